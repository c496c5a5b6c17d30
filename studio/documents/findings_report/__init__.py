"""The findings report: what we saw, what it may mean and what we will do, on one page."""

from studio.documents.findings_report.report import render

__all__ = ["render"]
