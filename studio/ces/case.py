"""What is known about a client on one day: the input of the engine. Sides are the client's; None is the midline."""

from dataclasses import dataclass, field
from typing import Literal

from studio.ces.limits import Limit
from studio.ces.rules import When
from studio.ces.sides import OneSide, Side

Depth = Literal["full", "partial", "minimal"]
Shoes = Literal["off", "on"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A compensation seen: severity 1 is mild, 2 marked. In stance-leg tests the side is the stance leg."""

    compensation: str
    side: Side | None
    severity: int = 1
    views: tuple[str, ...] = ()  # where it was seen, when that was recorded


@dataclass(frozen=True, slots=True)
class TestResult:
    """One protocol done once.

    `views` are the views recorded; whatever can be seen from them and is no finding counts as not seen, except the
    rows of `untested`: pairs of (compensation, side) that were not judged, side "both" (or any, for a midline row)
    meaning the whole row. A view that was not recorded at all is simply not in `views`.
    """

    __test__ = False  # the name begins with Test; pytest must not collect it

    protocol: str
    variant: str = "standard"
    views: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    stopped_for_pain: bool = False
    untested: frozenset[tuple[str, Side]] = frozenset()
    depth: Depth | None = None
    shoes: Shoes | None = None


@dataclass(frozen=True, slots=True)
class Pain:
    """Where it hurts, 0-10, or None when nobody asked how much; effort and stretch are not pain.

    `again`: an earlier assessment was stopped for pain in this region too.
    """

    region: str
    side: Side | None
    intensity: int | None
    when: When
    again: bool = False

    @property
    def hurts(self) -> bool:
        """Pain that was not rated hurts: the careful reading."""
        return self.intensity != 0


@dataclass(frozen=True, slots=True)
class Tag:
    """A precaution the client carries; a local one needs its region (and side), a global one ignores both."""

    tag: str
    region: str | None = None
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Client:
    """What the engine needs to know about the person. `equipment` is the kit at home.

    `limits` are those in force; `cleared` are the exercises a clinician has cleared by name in writing, which tags and
    limits then leave alone.
    """

    age: int | None = None
    sex: Literal["female", "male"] | None = None
    equipment: frozenset[str] = frozenset()
    tags: tuple[Tag, ...] = ()
    floor_transfer: bool = True
    goal: str | None = None
    clearance: Literal["full", "restricted", "not_now", "none"] = "none"
    limits: tuple[Limit, ...] = ()
    cleared: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of the readiness questions or intake items: screen_3, screen_1.heart, intake.sitting_hours ..."""

    item: str
    value: bool | float | str


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the body that a readiness question or a red flag is about, with the choices said of it."""

    about: str  # screen_6, rf_stress_fx ...
    region: str
    side: Side | None = None
    said: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Readiness:
    """The readiness questions as answered; blood pressure is (systolic, diastolic).

    `symptoms` are those that go with the pressure; `expired` says that the answers are too old, or health has changed;
    `looked_at` that a clinician has answered since, in writing, that training may go on.
    """

    answers: tuple[Answer, ...] = ()
    red_flags: tuple[str, ...] = ()
    blood_pressure: tuple[int, int] | None = None
    symptoms: bool = False
    areas: tuple[Area, ...] = ()
    yellow_flags: tuple[str, ...] = ()
    expired: bool = False
    looked_at: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """One objective measure; a test with stages has several values, one with key questions may have none.

    `way` says how it was taken, where two ways must not be mixed; verdicts do not ask, comparisons do.
    """

    measure: str
    values: tuple[float, ...]
    side: OneSide | None = None
    used_arms: bool | None = None
    key_question: bool | None = None  # a yes to any of them
    way: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where in which plan we are and what the sheet may hold."""

    weeks: Literal[12, 16] = 12
    week: int = 1
    sessions_per_week: int = 1
    max_exercises: int = 6
    max_minutes: float = 15
    setting: Literal["home", "studio"] = "home"
    session_minutes: int = 60


@dataclass(frozen=True, slots=True)
class History:
    """What earlier weeks taught: drills shown correctly, the rung reached on a ladder, how home went.

    The last three are what a coach decided after a re-screen, by compensation (programming reference, decision_table):
    better ones lose one inhibit and one lengthen drill, settled ones wait behind the others, a side that lags gets one
    more activate set.
    """

    shown: frozenset[str] = frozenset()
    rungs: tuple[tuple[str, str], ...] = ()  # (drill of the option list, rung reached)
    supervised_sessions: int = 0
    home_adherence_pct: float | None = None
    referral_regions: tuple[str, ...] = ()  # why the therapist sent the client
    better: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()
    lagging: tuple[tuple[str, OneSide], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """Everything the engine reasons from. A missing readiness is "not done"."""

    client: Client = field(default_factory=Client)
    readiness: Readiness | None = None
    pain: tuple[Pain, ...] = ()
    assessments: tuple[TestResult, ...] = ()
    measures: tuple[Measure, ...] = ()
    plan: Plan = field(default_factory=Plan)
    history: History = field(default_factory=History)
