"""The tables the studio works with: the catalogue, with what the studio adjusted in it."""

from dataclasses import dataclass

from ..ces import adjusting
from ..ces.catalogue import Catalogue, catalogue
from .adjustments import effective, everything, stamp_of
from .studios import the_studio

KEPT = 8


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables of a studio, and the adjustments that do not fit them (the tables came anew since), with why."""

    catalogue: Catalogue
    left_out: tuple[tuple[adjusting.Adjustment, str], ...] = ()


# By stamp, which says all of what is in them: good for every studio, thread and transaction.
_read: dict[str, Tables] = {}


def in_use() -> Catalogue:
    """The tables as this studio uses them now; ask here for everything that is done on its behalf.

    It asks the studio's row, which most pages have read already, and nothing else: tables are read once a change.
    """
    return tables().catalogue


def shipped() -> Catalogue:
    """The tables as they came, for what a studio cannot adjust: tests, views, rows, regions. Asks no database."""
    return catalogue()


def tables() -> Tables:
    """The tables in use, and what does not fit."""
    studio = the_studio()
    if studio is None or not studio.tables:
        return Tables(shipped())
    return _read.get(studio.tables) or _remembered()


def remember(stamp: str, made: Tables) -> None:
    """Keep tables that were just read."""
    for oldest in list(_read)[: len(_read) - KEPT + 1]:
        _read.pop(oldest, None)
    _read[stamp] = made


def _remembered() -> Tables:
    rows = everything()
    stamp = stamp_of(rows)
    made = Tables(*adjusting.fitting(effective(rows), stamp))
    remember(stamp, made)
    return made
