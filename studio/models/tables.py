"""The tables the studio works with: the catalogue, with what the studio adjusted in it."""

from ..ces.catalogue import Catalogue, catalogue


def in_use() -> Catalogue:
    """The tables as this studio uses them now; ask here for everything that is done on its behalf."""
    return shipped()


def shipped() -> Catalogue:
    """The tables as they came, for what a studio cannot adjust: tests, views, rows, regions. Asks no database."""
    return catalogue()
