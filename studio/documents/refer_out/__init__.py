"""The refer-out letter: why a clinician must look first, and a box to send back."""

from studio.documents.refer_out.letter import render

__all__ = ["render"]
