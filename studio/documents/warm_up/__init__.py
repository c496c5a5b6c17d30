"""The warm-up card on paper: one landscape page, a column for each phase, read at arm's length from the floor."""

from studio.documents.warm_up.card import render

__all__ = ["render"]
