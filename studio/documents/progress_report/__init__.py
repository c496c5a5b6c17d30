"""The progress report: what changed between two or three checks, with measuring error respected."""

from studio.documents.progress_report.report import render

__all__ = ["render"]
