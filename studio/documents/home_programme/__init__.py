"""The home sheet on paper: numbered exercises on the plumb line, a stop box, a grid to tick."""

from studio.documents.home_programme.sheet import render

__all__ = ["render"]
