"""The gallery: every picture with what it shows and what is wrong with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..ces.exercises import Exercise
from ..figures import exercise_picture
from ..figures.exercises import OTHER, records
from ..figures.lint import lint
from .picture_notes import Noted, notes_of, open_counts

PAGE = 24


@dataclass(frozen=True)
class Hung:
    """One picture on the wall."""

    drill: Exercise
    measured: tuple[str, ...]
    """What the lint finds."""
    notes: int
    """Open notes of coaches."""


@dataclass(frozen=True)
class Wall:
    """Some of the pictures found."""

    rows: tuple[Hung, ...]
    found: int
    number: int
    pages: int


def wall(found: Sequence[Exercise], number: int) -> Wall:
    """One page of the pictures of these exercises; those without one are left out."""
    drawn = [drill for drill in found if drill.id in records()]
    pages = max(1, -(-len(drawn) // PAGE))
    number = min(max(1, number), pages)
    shown = drawn[(number - 1) * PAGE : number * PAGE]
    counts = open_counts(drill.id for drill in shown)
    rows = tuple(Hung(drill, measured(drill.id), counts.get(drill.id, 0)) for drill in shown)
    return Wall(rows, len(drawn), number, pages)


@lru_cache(maxsize=512)
def measured(exercise: str) -> tuple[str, ...]:
    """What the lint finds in a picture; records do not change while the app runs."""
    return lint(exercise)


@dataclass(frozen=True)
class Side:
    """The picture drawn for one side; the side is empty where both work alike."""

    side: str
    shows: str


@dataclass(frozen=True)
class PictureView:
    """One picture with all that is known of it."""

    drill: Exercise
    sides: tuple[Side, ...]
    muscles: tuple[str, ...]
    measured: tuple[str, ...]
    notes: Noted


def picture_view(drill: Exercise) -> PictureView | None:
    """Everything about the picture of an exercise; None where there is none."""
    record = records().get(drill.id)
    if record is None:
        return None
    sides = (record.side, OTHER[record.side]) if record.side else ("",)
    return PictureView(
        drill=drill,
        sides=tuple(Side(side, _shows(drill.id, side)) for side in sides),
        muscles=tuple(one.patch.replace("_", " ") for one in record.view.targets),
        measured=measured(drill.id),
        notes=notes_of(drill.id),
    )


def _shows(exercise: str, side: str) -> str:
    picture = exercise_picture(exercise, side)  # type: ignore[arg-type]  # left, right or neither
    return picture.alt if picture else ""
