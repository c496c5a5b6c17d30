"""Exercises as the catalogue holds them."""

from dataclasses import dataclass
from typing import Literal

Phase = Literal["inhibit", "lengthen", "activate", "integrate"]
PHASES: tuple[Phase, ...] = ("inhibit", "lengthen", "activate", "integrate")
OWN = "own_"  # ids of the exercises that a studio wrote begin with this
Mode = Literal[
    "smr",
    "static",
    "active_mobility",
    "nms_contract_relax",
    "isolated_strength",
    "low_load_hold",
    "integrated_dynamic",
    "carry",
]


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds up, held and down; named because sources disagree on the order of the bare numbers."""

    up_s: int
    hold_s: int
    down_s: int

    @property
    def seconds(self) -> int:
        """Give the time of one repetition."""
        return self.up_s + self.hold_s + self.down_s


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of an exercise; which of the optional fields are set follows from `mode` (dose.FIELDS)."""

    mode: Mode
    sets: int
    per_side: bool
    rest_s: int
    per_week: tuple[int, int]
    intensity: str
    reps: int | None = None
    rep_range: tuple[int, int] | None = None
    tempo: Tempo | None = None
    hold_s: int | None = None  # static: each hold; low_load_hold, active_mobility: each repetition; smr: per spot
    duration_s: int | None = None  # smr: all spots of one side; carry: one walk
    contract_s: int | None = None
    contract_effort_pct: int | None = None
    stretch_hold_s: int | None = None
    max_spots: int | None = None
    speed: str | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """The allowed range of one editable field of a dose: its lowest and highest value and the step of a stepper."""

    field: str  # name of a field of Dose: sets, reps, hold_s, duration_s, contract_s, stretch_hold_s, rest_s
    label: str
    low: int
    high: int
    step: int


@dataclass(frozen=True, slots=True)
class PhaseDoses:
    """What the doses of a phase rest on: their purpose, the sources read, how far they were checked."""

    purpose: str
    sources: tuple[str, ...]
    grade: str
    note: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """One drill of the library."""

    id: str
    name: str
    phase: Phase
    targets: tuple[str, ...]  # muscle, group or tissue ids, most important first
    secondary: tuple[str, ...]
    equipment: tuple[str, ...]
    position: str
    pattern: str | None
    floor_transfer: bool
    loads: tuple[str, ...]  # regions it puts under force; a blocked region removes it
    presses: tuple[str, ...]  # regions a tool or hand presses; always part of loads
    cues: tuple[str, ...]
    feel_it_here: str
    common_fault: str
    dose: Dose
    bounds: tuple[Bound, ...]  # what a coach may change of the dose
    limb: Literal["leg", "arm", "side"]  # what is done on each side, in the client's words
    est_seconds: int  # default dose, both sides, without set-up
    difficulty: int  # 1 easy, 2 moderate, 3 advanced
    regression: str | None
    progression: str | None
    easier: str | None
    harder: str | None
    avoid: tuple[str, ...]  # precaution tag ids
    caution: tuple[str, ...]
    home_suitable: bool
    needs_coach: bool
    video_friendly: bool
    ladder_note: str = ""
    public_picture: tuple[str, str] | None = None  # (entry of the public-domain exercise list, "same" | "similar")
    hidden: bool = False  # out of use in this studio: never chosen or offered, but known to what was written before

    @property
    def own(self) -> bool:
        """Tell whether a studio wrote it."""
        return self.id.startswith(OWN)


class Library(dict[str, Exercise]):
    """The drills by id; one the tables do not hold any more still has a stand-in, for old programmes name it."""

    def __missing__(self, exercise_id: str) -> Exercise:
        return Exercise(
            id=exercise_id,
            name="Exercise that is not in the tables any more",
            phase=next((phase for phase in PHASES if exercise_id.startswith(phase[:3])), "activate"),
            targets=(),
            secondary=(),
            equipment=(),
            position="standing",
            pattern=None,
            floor_transfer=False,
            loads=(),
            presses=(),
            cues=(),
            feel_it_here="",
            common_fault="",
            dose=Dose("low_load_hold", 1, False, 0, (1, 7), ""),
            bounds=(),
            limb="side",
            est_seconds=0,
            difficulty=1,
            regression=None,
            progression=None,
            easier=None,
            harder=None,
            avoid=(),
            caution=(),
            home_suitable=True,
            needs_coach=False,
            video_friendly=False,
            hidden=True,
        )


@dataclass(frozen=True, slots=True)
class Equipment:
    """A thing an exercise needs; `always` ones are taken to be in every home."""

    id: str
    label: str
    always: bool


@dataclass(frozen=True, slots=True)
class Substitution:
    """What may stand in for a missing item; `exercises` None means every drill that needs the item."""

    item: str
    use: tuple[str, ...]
    exercises: tuple[str, ...] | None
    how: str


@dataclass(frozen=True, slots=True)
class Precaution:
    """A contraindication tag a client may carry. A local one needs a region and matches `loads` or `presses`."""

    id: str
    label: str
    local: bool
    when_avoid: str
    when_caution: str
    matches: Literal["loads", "presses"] | None = None
    coach_note: str = ""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Under which keys of the option table a unit finds its drills; not exact = drills of a close neighbour."""

    keys: tuple[str, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class Goal:
    """What the client wants to do better, and the findings and movement patterns that go with it."""

    id: str
    assessments: tuple[str, ...]
    checkpoints: tuple[str, ...]
    patterns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """How the body is; `stage` orders a sheet: 1 lying, 2 kneeling and sitting, 3 standing."""

    id: str
    label: str
    stage: int


@dataclass(frozen=True, slots=True)
class HomeRow:
    """Home limits of a block."""

    sessions: int
    exercises: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Block:
    """Some weeks of a plan; per-phase values are in the order of PHASES."""

    name: str
    first_week: int
    last_week: int | None  # None: from then on
    corrective_share_pct: int
    corrective_minutes_of_60: int
    sets: tuple[tuple[int, int], ...]  # (drills for both sides at once, drills done side by side)
    phase_minutes: tuple[int, ...]
    difficulty_ceiling: tuple[int, ...]
    studio_max: tuple[int, ...]
    studio_min: tuple[int, ...]
    home_once_weekly: HomeRow
    home_twice_weekly: HomeRow
    notes: str

    def home(self, sessions_per_week: int) -> HomeRow:
        """Give the home limits by studio sessions a week."""
        return self.home_once_weekly if sessions_per_week <= 1 else self.home_twice_weekly
