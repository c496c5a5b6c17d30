"""What is on file in writing, as it bears on the readiness answers: a paper counts, not that somebody knows of one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..ces.case import Answer, Area
from ..ces.limit_words import place_words
from ..ces.sides import Side, each
from .precautions import Precaution, precautions_of
from .tables import in_use

OPERATION, LIMITS = "screen_6", "screen_8"
SPOKEN, WRITTEN = f"{LIMITS}.spoken", f"{LIMITS}.written"


def filed(area: Area, precautions: Sequence[Precaution]) -> Area:
    """An operated or injured area rests until written limits are on file for it (own_screen_questions, screen_6)."""
    if area.about != OPERATION:
        return area
    said = area.said - {"limits"}
    return replace(area, said=said | {"limits"} if covered(area.region, area.side, precautions) else said)


def on_paper(answers: Iterable[Answer], areas: Sequence[Area], precautions: Sequence[Precaution]) -> Iterator[Answer]:
    """Limits that were only told, and are in writing by now for every area they are about (screen_8)."""
    told = [one for one in areas if one.about == LIMITS]
    now = bool(told) and all(covered(one.region, one.side, precautions) for one in told)
    for answer in answers:
        yield Answer(WRITTEN, answer.value) if now and answer.item == SPOKEN else answer


def covered(region: str, side: Side | None, precautions: Sequence[Precaution]) -> bool:
    """Has a clinician said in writing what to mind there, on every side that is meant?"""
    said = {one for row in _papers(precautions) if row.region == region for one in each(row.engine_side)}
    return said >= set(each(side))


def written_places(client_id: int, on: date) -> list[Precaution]:
    """The clinicians' papers that hold on a day for one place each."""
    return [row for row in _papers(precautions_of(client_id)) if row.stands(on)]


def place_of(row: Precaution) -> str:
    """“right knee”."""
    return place_words(row.region, row.engine_side, in_use())


def _papers(rows: Iterable[Precaution]) -> list[Precaution]:
    return [row for row in rows if row.region and row.in_writing and row.said_as.clinical]
