"""What an assessment adds up to: what the forms changed, which patterns it supports, which chains it lights up."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..ces.patterns import GRADES, Grade
from ..ces.presentations import presentations, training_notes
from ..ces.protocols import Outcome
from ..ces.seen_chains import starts
from ..ces.steering import steer
from .board_words import title
from .chain_view import ChainView, chain_views
from .evidence_words import SIDES, Sign, form_label, sign, unit_name
from .grounds import Grounds

BECAME: dict[Outcome, str] = {
    "resolves": "gone",
    "improves": "less",
    "unchanged": "the same",
    "worsens": "more",
}


SAID = {
    (became, many): f"{verb} {became}" if became != "the same" else "stayed the same"
    for became in BECAME.values()
    for many, verb in ((False, "was"), (True, "were"))
}


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One finding in one form: what became of it, what that means, what comes first, what would confirm it."""

    form: str
    finding: Sign
    side: str
    became: str
    means: str
    first: tuple[str, ...]
    waits: tuple[str, ...]
    confirm: tuple[str, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class Said:
    """What one form said with one voice: the findings it changed alike, and what that means."""

    form: str
    findings: tuple[str, ...]
    became: str
    means: str


@dataclass(frozen=True, slots=True)
class PatternView:
    """One pattern by body or side; `step` (1 to 3) is its grade, 0 a training note without one."""

    label: str
    client_label: str
    side: str
    grade: str
    step: int
    supports: tuple[Sign, ...]
    against: tuple[Sign, ...]
    missing: tuple[Sign, ...]
    ask: tuple[str, ...]
    gate: str
    refer_if: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """`older_tables` is the version of the tables the result was made with, when those in use are other ones."""

    changes: tuple[ChangeView, ...]
    patterns: tuple[PatternView, ...]
    chains: tuple[ChainView, ...]
    starts: tuple[str, ...]
    older_tables: str

    @property
    def read(self) -> tuple[Said, ...]:
        """The changes that a rule reads, in short: one for each form, rule and outcome."""
        grouped: dict[tuple[str, str, str], list[str]] = {}
        for one in self.changes:
            if one.means:
                words = f"“{one.finding.words.lower()}”" + (f" ({one.side})" if one.side else "")
                grouped.setdefault((one.form, one.became, one.means), []).append(words)
        return tuple(
            Said(form, tuple(findings), SAID[became, len(findings) > 1], means)
            for (form, became, means), findings in grouped.items()
        )

    def __bool__(self) -> bool:
        return bool(self.changes or self.patterns or self.chains)


def reading_of(grounds: Grounds) -> Reading:
    """All of it, for the page of reasons and in short for the result."""
    nodes = grounds.cat.links.nodes
    return Reading(
        changes=changes_of(grounds),
        patterns=tuple(_patterns(grounds)),
        chains=chain_views(grounds),
        starts=tuple(nodes[one].label for one in starts(grounds.evidence, grounds.cat)),
        older_tables=grounds.older_tables,
    )


def changes_of(grounds: Grounds) -> tuple[ChangeView, ...]:
    """What the modified forms did to the findings."""
    return tuple(_changes(grounds))


def _changes(grounds: Grounds) -> Iterable[ChangeView]:
    cat = grounds.cat
    for one in steer(grounds.evidence).changes:
        rule = cat.variant_rules.get(one.rule)
        compensation = cat.compensations[one.compensation]
        waits = (*rule.waits("overactive", one.outcome), *rule.waits("underactive", one.outcome)) if rule else ()
        yield ChangeView(
            form=form_label(one.variant, compensation.protocol, cat),
            finding=Sign(title(compensation.label), one.compensation),
            side=SIDES[one.side],
            became=BECAME[one.outcome],
            means=rule.means if rule else "",
            first=tuple(map(unit_name, (*rule.release, *rule.activate))) if rule else (),
            waits=tuple(map(unit_name, waits)),
            confirm=tuple(title(cat.measures[each].name) for each in rule.confirm_with) if rule else (),
            confidence=rule.confidence if rule else "",
        )


def _patterns(grounds: Grounds) -> Iterable[PatternView]:
    for one in presentations(grounds.evidence, grounds.cat):
        yield _pattern(grounds, one.presentation, one.side, one.grade, one.because, one.counter, one.missing)
    for note in training_notes(grounds.evidence, grounds.cat):
        yield _pattern(grounds, note.presentation, note.side, None, note.because, (), ())


def _pattern(
    grounds: Grounds,
    pattern_id: str,
    side: str | None,
    grade: Grade | None,
    because: Iterable[str],
    counter: Iterable[str],
    missing: Iterable[str],
) -> PatternView:
    cat, pattern = grounds.cat, grounds.cat.patterns.patterns[pattern_id]
    found = frozenset(grounds.evidence.found)
    return PatternView(
        label=pattern.label if grade else pattern.note,
        client_label=pattern.client_label,
        side=SIDES[side],
        grade=grade or "a training note, not a statement about pain",
        step=GRADES.index(grade) + 1 if grade else 0,
        supports=tuple(sign(each, cat, found) for each in because),
        against=tuple(sign(each, cat, found) for each in counter),
        missing=tuple(sign(each, cat) for each in missing),
        ask=tuple(item.id for item in pattern.counter if item.kind == "condition"),
        gate=pattern.gate if grade else "",
        refer_if=pattern.refer_if if grade else (),
    )
