"""Loads presentations.toml."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import get_args

from studio.ces.loading.muscles import Anatomy
from studio.ces.loading.rows import Files, Row
from studio.ces.loading.vocabulary import Vocabulary
from studio.ces.measures import OPERATORS
from studio.ces.patterns import Item, Needs, Pattern, Patterns
from studio.ces.protocols import Compensation, Outcome, Protocol

FILE = "presentations.toml"
OUTCOMES = get_args(Outcome)
KINDS = ("modification", "finding", "measure", "intake", "condition")  # a modification names a finding too


@dataclass(frozen=True, slots=True)
class Known:
    """What an item may refer to."""

    words: Vocabulary
    anatomy: Anatomy
    compensations: Mapping[str, Compensation]
    protocols: Mapping[str, Protocol]
    measures: Container[str]
    intake: Container[str]


def load_patterns(files: Files, known: Known) -> Patterns:
    """Read the patterns; every item refers to something that exists."""
    strong = _needs(files.read(FILE).table("strong"), ())
    patterns = {row.id: _pattern(row, known) for row in files.rows(FILE, "pattern")}
    return Patterns(strong, patterns)


def _pattern(row: Row, known: Known) -> Pattern:
    groups = row.table("groups", optional=True)
    core = [(name, _items(groups, name, known)) for name in groups.values]
    if "core" in row.values:
        core.append(("", _items(row, "core", known)))
    rule, targets = row.table("rule"), row.table("targets")
    names = tuple(name for name, _ in core)
    for words in ("inhibit_lengthen_if", "activate_if"):
        for one in targets.tables(words):
            one.one_of("muscle", known.anatomy.units, "muscle")
    for words in ("integrate", "mobility"):
        targets.texts(words, optional=True)
    unasked = row.table("without_symptom", optional=True)
    pattern = Pattern(
        id=row.id,
        label=row.text("label"),
        client_label=row.text("client_label"),
        by_side=row.one_of("side", {"body", "left_right"}, "side") == "left_right",
        definition=row.text("definition"),
        core=tuple(core),
        objective=_items(row, "objective", known),
        supporting=_items(row, "supporting", known),
        counter=_items(row, "counter", known),
        required=_items(row, "required", known),
        possible=tuple(_needs(one, names) for one in rule.tables("possible")),
        probable=tuple(_needs(one, names) for one in rule.tables("probable")),
        inhibit_lengthen=targets.all_of("inhibit_lengthen", known.anatomy.units, "muscle"),
        activate=targets.all_of("activate", known.anatomy.units, "muscle"),
        gate=row.text("gate", ""),
        refer_if=row.texts("refer_if"),
        disagreements=row.text("disagreements"),
        sources=row.all_of("sources", known.words.sources, "source"),
        note_groups=unasked.maybe_whole("groups") or 0,
        note=unasked.text("note", ""),
    )
    for one in (rule, targets, unasked, row):
        one.close()
    if not pattern.core or not pattern.possible or not pattern.probable:
        row.wrong("core items and rules for possible and probable are needed")
    return pattern


def _items(row: Row, key: str, known: Known) -> tuple[Item, ...]:
    return tuple(_item(one, known) for one in row.tables(key))


def _item(row: Row, known: Known) -> Item:
    kind = next((kind for kind in KINDS if kind in row.values), None)
    match kind:
        case "finding":
            item = Item(kind, row.one_of(kind, known.compensations, "compensation"))
        case "measure":
            item = Item(
                kind,
                row.one_of(kind, known.measures, "measure"),
                op=row.one_of("op", {*OPERATORS, "restricted_or_borderline", "side_loss"}, "comparison"),
                value=row.number("value") if "value" in row.values else None,
                either=row.text("side", "") == "either",
            )
        case "intake":
            op = row.one_of("op", {"is", ">=", "on_side"}, "comparison")
            value = row.flag("value") if op == "is" else row.number("value") if op == ">=" else None
            item = Item(kind, row.one_of(kind, known.intake, "intake item"), op=op, value=value)
        case "modification":
            finding = row.one_of("finding", known.compensations, "compensation")
            forms = {form.id for form in known.protocols[finding.split(".")[0]].variants}
            unless = row.one_of("unless", known.compensations, "compensation") if "unless" in row.values else ""
            outcome = row.all_of("outcome", OUTCOMES, "outcome")
            item = Item(kind, finding, form=row.one_of(kind, forms, "form"), outcome=outcome, unless=unless)
        case "condition":
            item = Item(kind, row.text(kind))
        case _:
            row.wrong(f"expected one of {', '.join(KINDS)}")
    row.close()
    return item


def _needs(row: Row, groups: tuple[str, ...]) -> Needs:
    inside = row.table("min_in", optional=True)
    for group in inside.values:
        inside.known(group, groups, "group")
    needs = Needs(
        core=row.maybe_whole("min_core") or 0,
        core_assessments=row.maybe_whole("min_core_assessments") or 0,
        objective=row.maybe_whole("min_objective") or 0,
        supporting=row.maybe_whole("min_supporting") or 0,
        groups=row.maybe_whole("min_groups") or 0,
        in_group=tuple((group, inside.whole(group)) for group in inside.values),
        required=row.flag("required") if "required" in row.values else False,
    )
    row.close()
    return needs
