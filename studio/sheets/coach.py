"""The coach's sheet: a version with its overrides, what each line must mind, and the limits that stand."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.shared import Paper, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """An exercise that a limit takes out, used all the same: who said so, why, and in spite of what."""

    by: str
    reason: str
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachLine:
    """One exercise in the coach's words; whatever is empty is left out."""

    number: int
    name: str
    dose: str
    because: str = ""
    show_first: bool = False
    minds: tuple[str, ...] = ()
    override: Override | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachSheet:
    """A version for the coach's hand. `limits`, `rests` and `lapsed` are as they stand on the day it is printed."""

    studio: StudioCard
    client: str
    version: int
    issued: date
    printed: date
    coach: str
    lines: tuple[CoachLine, ...]
    limits: tuple[str, ...] = ()
    rests: tuple[str, ...] = ()
    lapsed: tuple[str, ...] = ()
    """What is past its last day without anybody having said whether it still stands."""
    left_out: tuple[str, ...] = ()
    paper: Paper = "A4"
    lang: str = "en"
