"""What the modified forms of a test did to its findings, and which work therefore comes first or waits.

Source: assessment reference, modified_ohsa. A form orders the work; it never adds or removes any, and never scores.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from studio.ces.catalogue import Catalogue
from studio.ces.evidence import Evidence
from studio.ces.protocols import Outcome, Role, VariantRule
from studio.ces.sides import LEFT_RIGHT, OneSide, Side, joined

Move = Literal["first", "later"]
BEGINS: dict[Move, str] = {"first": "Comes first", "later": "Comes last"}
BECAME: dict[Outcome, str] = {
    "resolves": "was gone",
    "improves": "was less",
    "unchanged": "stayed the same",
    "worsens": "was more",
}


@dataclass(frozen=True, slots=True)
class Change:
    """What a modified form did to a finding on a side (None: midline); `rule` is the id of what reads it, or ""."""

    compensation: str
    side: Side | None
    variant: str
    outcome: Outcome
    rule: str


@dataclass(frozen=True, slots=True)
class Steer:
    """Why a unit of work moved to the front or to the end of its phase; `text` says it to the coach."""

    move: Move
    changes: tuple[Change, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Steering:
    """All changes of a case, in the order of the forms and findings of the catalogue."""

    changes: tuple[Change, ...]
    cat: Catalogue

    def of(self, unit: str, role: Role, order: Sequence[str] = ()) -> Steer | None:
        """Tell where a muscle or group goes; None when no form speaks of it.

        The findings of `order` are asked one after the other, then all others together: the first that speaks of the
        unit decides. Where it speaks both ways (its sides, or two forms), nothing moves.
        """
        ranked: dict[int, list[tuple[Change, VariantRule]]] = {}
        for change in (one for one in self.changes if one.rule):
            rank = order.index(change.compensation) if change.compensation in order else len(order)
            ranked.setdefault(rank, []).append((change, self.cat.variant_rules[change.rule]))
        for _, read in sorted(ranked.items(), key=lambda row: row[0]):
            first = [one for one, rule in read if self._meet(unit, rule.first(role))]
            later = [one for one, rule in read if self._meet(unit, rule.waits(role, one.outcome))]
            if first and later:
                return None
            if first or later:
                return self._steer("first", first) if first else self._steer("later", later)
        return None

    def _steer(self, move: Move, changes: list[Change]) -> Steer:
        said = dict.fromkeys(f"with {form_words(one, self.cat)} {became(one, self.cat)}" for one in changes)
        return Steer(move, tuple(changes), f"{BEGINS[move]}, because {' and '.join(said)}.")

    def _meet(self, unit: str, named: Iterable[str]) -> bool:
        # A finding may list one head of what the rule calls by the group's name.
        mine = set(self.cat.members(unit))
        return any(mine & set(self.cat.members(one)) for one in named)


def form_words(change: Change, cat: Catalogue) -> str:
    """Name the form of a change inside a sentence: "heels raised"."""
    protocol = cat.protocols[cat.compensations[change.compensation].protocol]
    label = next(one.label for one in protocol.variants if one.id == change.variant)
    return label.split(" (")[0].lower()


def became(change: Change, cat: Catalogue) -> str:
    """Say what became of the finding: "“knee moves inward” on the left was gone"."""
    side = {"left": " on the left", "right": " on the right", "both": " on both sides", None: ""}[change.side]
    label = cat.compensations[change.compensation].label.split(" (")[0].lower()
    return f"“{label}”{side} {BECAME[change.outcome]}"


def steer(evidence: Evidence) -> Steering:
    """Compare the findings of the standard forms with the modified ones done."""
    cat = evidence.cat
    return Steering(tuple(change for variant in _variants(cat) for change in _changes(variant, evidence)), cat)


def _variants(cat: Catalogue) -> Iterable[str]:
    return dict.fromkeys(variant.id for protocol in cat.protocols.values() for variant in protocol.variants)


def _changes(variant: str, evidence: Evidence) -> Iterable[Change]:
    for compensation, seen in evidence.found.items():
        sides: dict[Outcome, list[OneSide]] = {}
        for side in LEFT_RIGHT:
            outcome = evidence.outcome(compensation, variant, side)
            if outcome:
                sides.setdefault(outcome, []).append(side)
        for outcome, where in sides.items():
            side_words = joined(where) if seen.compensation.has_sides else None
            yield Change(
                compensation, side_words, variant, outcome, _rule(compensation, variant, outcome, evidence.cat)
            )


def _rule(compensation: str, variant: str, outcome: Outcome, cat: Catalogue) -> str:
    for rule in cat.variant_rules.values():
        if compensation in rule.findings and rule.variant == variant and outcome in rule.outcomes:
            return rule.id
    return ""
