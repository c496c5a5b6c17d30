"""Which of the common patterns the evidence supports, and how well. Never merged into one label, never a symptom."""

from collections.abc import Iterable
from dataclasses import dataclass

from studio.ces.catalogue import Catalogue
from studio.ces.evidence import Evidence
from studio.ces.measures import OPERATORS
from studio.ces.patterns import GRADES, Grade, Item, Needs, Pattern
from studio.ces.sides import LEFT_RIGHT, OneSide


@dataclass(frozen=True, slots=True)
class Presentation:
    """One of the common patterns, as far as the evidence supports it; side None is the whole body."""

    presentation: str
    side: OneSide | None
    grade: Grade
    because: tuple[str, ...]  # findings, measures and intake items that support it
    counter: tuple[str, ...]  # what speaks against it; each lowered the grade by a step
    missing: tuple[str, ...]  # items nobody tested: neither for nor against


@dataclass(frozen=True, slots=True)
class TrainingNote:
    """The contributors of a pattern without the complaint it begins with: a note for training, never about pain."""

    presentation: str
    side: OneSide | None
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Tally:
    """The items of a pattern that hold on a side."""

    core: dict[str, list[Item]]
    objective: list[Item]
    supporting: list[Item]
    required: bool

    @property
    def all_core(self) -> list[Item]:
        return [item for items in self.core.values() for item in items]

    def meets(self, needs: Needs) -> bool:
        core = self.all_core
        return (
            len(core) >= needs.core
            and len({item.source for item in core}) >= needs.core_assessments
            and len(self.objective) >= needs.objective
            and len(self.supporting) >= needs.supporting
            and sum(1 for items in self.core.values() if items) >= needs.groups
            and all(len(self.core[group]) >= least for group, least in needs.in_group)
            and (self.required or not needs.required)
        )


def presentations(evidence: Evidence, cat: Catalogue) -> tuple[Presentation, ...]:
    """Judge every pattern (assessment reference, presentation_logic, level D): best grade and most support first."""
    found = [
        (one, support)
        for pattern in cat.patterns.patterns.values()
        for side in (LEFT_RIGHT if pattern.by_side else (None,))
        for one, support in _judge(pattern, side, evidence, cat.patterns.strong)
    ]
    found.sort(key=lambda row: (-GRADES.index(row[0].grade), -row[1], row[0].presentation, row[0].side or ""))
    return tuple(one for one, _ in found)


def training_notes(evidence: Evidence, cat: Catalogue) -> tuple[TrainingNote, ...]:
    """Give the patterns whose contributors are there although nobody reported what they need (without_symptom)."""
    notes = []
    for pattern in cat.patterns.patterns.values():
        for side in LEFT_RIGHT if pattern.by_side else (None,):
            groups = [[one for one in own if holds(one, side, evidence)] for _, own in pattern.core]
            reported = any(holds(one, side, evidence) for one in pattern.required)
            if pattern.note_groups and not reported and sum(map(bool, groups)) >= pattern.note_groups:
                notes.append(TrainingNote(pattern.id, side, _names(one for own in groups for one in own)))
    return tuple(notes)


def _judge(
    pattern: Pattern, side: OneSide | None, evidence: Evidence, strong: Needs
) -> Iterable[tuple[Presentation, int]]:
    def holding(items: Iterable[Item]) -> list[Item]:
        return [item for item in items if holds(item, side, evidence)]

    tally = _Tally(
        core={group: holding(items) for group, items in pattern.core},
        objective=holding(pattern.objective),
        supporting=holding(pattern.supporting),
        required=len(holding(pattern.required)) == len(pattern.required),
    )
    against = holding(pattern.counter)
    step = _step(pattern, tally, strong) - len(against)
    if step < 0:
        return
    support = [*holding(pattern.required), *tally.all_core, *tally.objective, *tally.supporting]
    everything = [*pattern.required, *(one for _, own in pattern.core for one in own)]
    everything += [*pattern.objective, *pattern.supporting, *pattern.counter]
    untested = [one for one in everything if one.kind != "condition" and holds(one, side, evidence) is None]
    because, counter = _names(support), _names(against)
    yield (
        Presentation(
            presentation=pattern.id,
            side=side,
            grade=GRADES[step],
            because=because,
            counter=counter,
            # A measure may tell by its cut-off while its other side, and so the difference, is not known.
            missing=tuple(one for one in _names(untested) if one not in because and one not in counter),
        ),
        len(tally.supporting),
    )


def _step(pattern: Pattern, tally: _Tally, strong: Needs) -> int:
    """Give the place in GRADES the rules reach; -1 is none."""
    if not any(tally.meets(needs) for needs in pattern.possible):
        return -1
    if not any(tally.meets(needs) for needs in pattern.probable):
        return 0
    return 2 if tally.meets(strong) else 1


def _names(items: Iterable[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.name for item in items))


def holds(item: Item, side: OneSide | None, evidence: Evidence) -> bool | None:
    """Tell whether an item holds on a side (None: on any); None when that was not tested."""
    sides = LEFT_RIGHT if side is None or item.either else (side,)
    answers = {_holds(item, one, side, evidence) for one in sides}
    if True in answers:
        return True
    return None if None in answers else False


def _holds(item: Item, on: OneSide, side: OneSide | None, evidence: Evidence) -> bool | None:
    match item.kind:
        case "finding":
            return evidence.finding(item.id, on)
        case "measure":
            return _measure(item, on, evidence)
        case "intake":
            return _intake(item, side, evidence)
        case "modification":
            if item.unless and any(evidence.finding(item.unless, one) for one in LEFT_RIGHT):
                return False
            outcome = evidence.outcome(item.id, item.form, on)
            return None if outcome is None else outcome in item.outcome
        case "condition":
            return None


def _measure(item: Item, on: OneSide, evidence: Evidence) -> bool | None:
    if item.op == "restricted_or_borderline":
        return evidence.measured.reached(item.id, on)
    if item.op == "side_loss":
        return evidence.measured.side_lost(item.id, on)
    reading = evidence.measured.reading(item.id, on)
    return None if reading is None else OPERATORS[item.op](reading.values[0], float(item.value or 0))


def _intake(item: Item, side: OneSide | None, evidence: Evidence) -> bool | None:
    answer = evidence.answer(item.id)
    if answer is None:
        return None
    if item.op == "on_side":
        return answer != "none" if side is None else answer in (side, "both")
    if item.op == ">=":
        return float(answer) >= float(item.value or 0)
    return answer is item.value
