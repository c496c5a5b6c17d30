"""The letter back to whoever referred a client: one page, black only, with a box to tick and send back."""

from studio.documents.letter.letter import render

__all__ = ["render"]
