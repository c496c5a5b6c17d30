"""The directory as rows for a spreadsheet; the columns somebody can edit can be read in again."""

from collections.abc import Iterable

from .therapist_lists import Row
from .therapist_words import LABELS, WAYS

TOLD = ("Link code", "Referrals", "Last referral", "Last contact")
"""Columns that say how it stands; reading in leaves them alone."""


def therapist_rows(rows: Iterable[Row]) -> Iterable[tuple[object, ...]]:
    """A head, then a row a therapist."""
    yield (*LABELS.values(), *TOLD)
    for row in rows:
        values = row.therapist.values()
        values["prefers"] = WAYS[row.therapist.prefers]
        told = (row.therapist.short_code, row.referrals, row.referred or "", row.contact or "")
        yield (*(values[column] or "" for column in LABELS), *told)
