"""Assessment protocols: what to look at, from where, and what each thing seen may mean."""

from dataclasses import dataclass
from typing import Literal

Laterality = Literal["sided", "midline", "directional", "stance_leg"]
Role = Literal["overactive", "underactive"]
Outcome = Literal["resolves", "improves", "unchanged", "worsens"]
SideRef = Literal["affected", "same", "opposite", "both", "high_side", "low_side"]


@dataclass(frozen=True, slots=True)
class Listing:
    """One entry of a compensation's list: a muscle or group (`muscle`), who lists it and how well they agree.

    `side_ref` says which side is meant, seen from the finding's side; `affected` where the source names none. A studio
    may add a note of its own and where it read that.
    """

    muscle: str
    listed_in: tuple[str, ...]  # edition tags: ces1, cpt7, reasoned ...
    agreement: Literal["agreed", "single", "inferred"]
    side_ref: SideRef = "affected"
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Compensation:
    """Something that can be seen in a test; with a side and severity it becomes a finding."""

    id: str
    protocol: str
    label: str
    checkpoint: str
    views: tuple[str, ...]
    laterality: Laterality
    look_for: str
    client_text: str
    aim: str  # what the work is for, in a few words for the sheet: "so your heels can stay down"
    mild: str
    marked: str
    overactive: tuple[Listing, ...]
    underactive: tuple[Listing, ...]
    linked_regions: tuple[str, ...]
    linked_conditions: tuple[str, ...]  # coach-side education only, never shown to a client
    confirm_with: tuple[str, ...]  # measure ids
    score_axis: str | None
    level: str  # evidence level A-D
    sources: tuple[str, ...]
    disagreements: str = ""

    @property
    def has_sides(self) -> bool:
        """Tell whether a finding of it needs left, right or both."""
        return self.laterality != "midline"

    def listings(self, role: Role) -> tuple[Listing, ...]:
        """Give the list of one role."""
        return self.overactive if role == "overactive" else self.underactive


@dataclass(frozen=True, slots=True)
class View:
    """One camera side of a protocol: what clean looks like by checkpoint, and what can be seen from there."""

    view: str
    label: str
    checkpoints: tuple[tuple[str, str], ...]  # (checkpoint id, what clean looks like), feet first
    compensations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A modified form of a test; it changes what to work on, never the score."""

    id: str
    protocol: str
    label: str
    how: str
    what_it_changes: str
    not_applicable_to: tuple[str, ...]
    level: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Protocol:
    """One assessment."""

    id: str
    name: str
    purpose: str
    category: str
    order: int
    equipment: tuple[str, ...]
    stance: str
    movement: str
    reps: str
    tempo: str
    safety: tuple[str, ...]
    disagreements: str
    views: tuple[View, ...]
    compensations: tuple[str, ...]
    variants: tuple[Variant, ...]  # without "standard", which is the protocol itself
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScoreRules:
    """How a score is withheld and a change is called: points from which a change is (likely, clear)."""

    id: str
    name: str
    level: str
    protocol: str
    least_coverage: float
    same_rater: tuple[int, int]
    different_rater: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of the overhead-squat score."""

    id: str
    checkpoint: str
    sided: bool
    view: str
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VariantRule:
    """What it says when a modified form leaves one of `findings` with one of `outcomes`, and which work goes first.

    `wait_release` and `wait_activate` come last, at the outcomes of `wait_when`.
    """

    id: str
    findings: tuple[str, ...]
    variant: str
    outcomes: tuple[Outcome, ...]
    means: str  # for the coach
    release: tuple[str, ...]  # muscles and groups
    activate: tuple[str, ...]
    wait_when: tuple[Outcome, ...]
    wait_release: tuple[str, ...]
    wait_activate: tuple[str, ...]
    confirm_with: tuple[str, ...]  # measure ids
    confidence: str
    sources: tuple[str, ...]

    def first(self, role: Role) -> tuple[str, ...]:
        """Give what comes first in a role."""
        return self.release if role == "overactive" else self.activate

    def waits(self, role: Role, outcome: Outcome) -> tuple[str, ...]:
        """Give what comes last in a role."""
        if outcome not in self.wait_when:
            return ()
        return self.wait_release if role == "overactive" else self.wait_activate
