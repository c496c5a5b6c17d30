"""The rules of safety as the catalogue holds them: red flags, pain, blood pressure, yellow flags, intake."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["EMERGENCY", "SAME_DAY", "PROMPT", "LOCAL_STOP"]
State = Literal["delayed", "needs_clearance", "expired", "not_done", "cleared_with_advice", "cleared"]
When = Literal["during_test", "at_rest", "history", "after_session"]


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A sign that somebody else must look first; `ask` is how to ask for it."""

    id: str
    category: str
    sign: str
    ask: str  # in brackets: what is watched and not asked
    plain: str  # the question so that yes is the sign
    level: Level
    action: str
    sources: tuple[str, ...]
    grade: str

    @property
    def observed(self) -> bool:
        """Is it watched, and not asked?"""
        return self.ask.startswith("(")


@dataclass(frozen=True, slots=True)
class PainRule:
    """What pain means for the plan: `raised` is the level from `raised_from` of 10, or the second time in a region."""

    when: When
    blocks: bool
    level: Level | None
    raised: Level | None
    raised_from: int
    text: str


@dataclass(frozen=True, slots=True)
class PressureRow:
    """A row of the blood-pressure table; it fits when either number is reached."""

    id: str
    systolic: int
    diastolic: int
    state: State
    level: Level | None
    level_with_symptoms: Level
    tags: tuple[str, ...]
    then: str


@dataclass(frozen=True, slots=True)
class IntakeItem:
    """One intake question and the answers it takes."""

    id: str
    label: str
    type: Literal["number", "boolean", "side", "enum"]
    low: float | None
    high: float | None
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YellowRules:
    """Beliefs and circumstances that change the wording and the dose, and what to do about them."""

    flags: dict[str, str]
    mood: frozenset[str]  # those that ask for a mental-health route
    several: int
    first_drills: int
    contact_days: int
    words: dict[str, str]  # always, several, mood
