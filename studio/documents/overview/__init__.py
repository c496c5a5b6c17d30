"""The studio on one page, to pin up where people are referred from."""

from studio.documents.overview.page import render

__all__ = ["render"]
