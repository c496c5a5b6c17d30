"""The rules of safety as the catalogue holds them: red flags, pain, readiness questions, blood pressure, intake."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["EMERGENCY", "SAME_DAY", "PROMPT", "LOCAL_STOP"]
State = Literal["delayed", "needs_clearance", "expired", "not_done", "cleared_with_advice", "cleared"]
When = Literal["during_test", "at_rest", "history"]


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A sign that somebody else must look first; `ask` is how to ask for it."""

    id: str
    category: str
    sign: str
    ask: str
    level: Level
    action: str
    sources: tuple[str, ...]
    grade: str


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
class Question:
    """A readiness question; `yes` and `yes_level` count until the details of a yes are asked."""

    id: str
    text: str
    input: str
    no: State
    yes: State
    yes_level: Level | None
    tags: tuple[str, ...]  # precautions a yes sets by itself
    ask_next: tuple[str, ...]  # red flags to ask for after a yes
    details: tuple[str, ...]  # the cases a yes may be, in words


@dataclass(frozen=True, slots=True)
class Activity:
    """The follow-up on being active: whose plain yes it settles, and which symptoms overrule it."""

    id: str
    text: str
    settles: tuple[str, ...]
    symptoms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PressureRow:
    """A row of the blood-pressure table; it fits when either number is reached."""

    id: str
    systolic: int
    diastolic: int
    state: State
    level: Level | None
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
class SafetyRules:
    """All of it; `levels` and `states` from the most urgent down, with what they mean."""

    levels: dict[str, str]
    states: dict[str, str]
    valid_months: int
    red_flags: dict[str, RedFlag]
    pain: dict[str, PainRule]
    questions: dict[str, Question]
    activity: Activity
    pressure: tuple[PressureRow, ...]
    intake: dict[str, IntakeItem]
