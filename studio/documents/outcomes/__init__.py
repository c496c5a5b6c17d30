"""What became of referrals, on one page of numbers that can be shared."""

from studio.documents.outcomes.page import render

__all__ = ["render"]
