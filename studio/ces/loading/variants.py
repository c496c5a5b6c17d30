"""Loads variant_rules.toml: what the modified forms of a test say, and which work then goes first."""

from typing import cast, get_args

from studio.ces.loading.patterns import Known
from studio.ces.loading.rows import Files, Row
from studio.ces.protocols import Outcome, VariantRule

FILE = "variant_rules.toml"
CONFIDENCE = {"low", "moderate"}


def load_variant_rules(files: Files, known: Known) -> dict[str, VariantRule]:
    """Read the rules; at most one may read a finding's outcome in a form."""
    rules: dict[str, VariantRule] = {}
    taken: dict[tuple[str, str, str], str] = {}
    for row in files.rows(FILE):
        rule = rules[row.id] = _rule(row, known)
        for case in ((one, rule.variant, outcome) for one in rule.findings for outcome in rule.outcomes):
            if case in taken:
                row.wrong(f"{taken[case]} reads {' '.join(case)} already")
            taken[case] = row.id
    return rules


def _rule(row: Row, known: Known) -> VariantRule:
    findings = row.all_of("findings", known.compensations, "compensation")
    protocols = [known.protocols[known.compensations[one].protocol] for one in findings]
    variant = row.text("variant")
    for finding, protocol in zip(findings, protocols, strict=True):
        form = next((one for one in protocol.variants if one.id == variant), None)
        if form is None:
            row.wrong(f"unknown variant {variant!r} of {protocol.id}")
        if finding in form.not_applicable_to:
            row.wrong(f"{finding} cannot be judged in {variant}")
    units = known.anatomy.units
    rule = VariantRule(
        id=row.id,
        findings=findings,
        variant=variant,
        outcomes=_outcomes(row, "outcomes"),
        means=row.text("means"),
        release=row.all_of("release", units, "muscle"),
        activate=row.all_of("activate", units, "muscle"),
        wait_when=_outcomes(row, "wait_when", optional=True),
        wait_release=row.all_of("wait_release", units, "muscle", optional=True),
        wait_activate=row.all_of("wait_activate", units, "muscle", optional=True),
        confirm_with=row.all_of("confirm_with", known.measures, "measure"),
        confidence=row.one_of("confidence", CONFIDENCE, "confidence"),
        sources=row.all_of("sources", known.words.sources, "source"),
    )
    if not set(rule.wait_when) <= set(rule.outcomes):
        row.wrong("wait_when: expected outcomes of this rule")
    row.close()
    return rule


def _outcomes(row: Row, key: str, optional: bool = False) -> tuple[Outcome, ...]:
    return tuple(cast(Outcome, one) for one in row.all_of(key, get_args(Outcome), "outcome", optional))
