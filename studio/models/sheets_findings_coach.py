"""A completed assessment as its coach reads it on paper: the client's report with reasons and sources."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from ..ces.case import Plan
from ..ces.programme import select
from ..ces.sides import LEFT_RIGHT
from ..ces.units import LengthUnit
from ..ces.wording import listed
from ..sheets import ClaimLine, CoachFindings, FoundLine, MeasuredLine, PatternLine
from .assessments import AssessmentVersion
from .board_words import protocol_words, title
from .cases import case_of
from .evidence_words import Sign, unit_name
from .finding_words import capital
from .grounds import Grounds, grounds_of
from .measure_view import measure_lines
from .muscle_page import ClaimView, Ground, claims_on
from .reading_view import PatternView, reading_of
from .recorded import body, measure_answers
from .sheets_findings import findings_sheet
from .studios import Studio
from .three_readings import coach_reading

LITTLE = "It tells little: most of what this test can show lists it."


def coach_findings(version: AssessmentVersion, studio: Studio) -> CoachFindings:
    """Build the coach's copy of a completed assessment, by the tables in use."""
    grounds = grounds_of(version.assessment, version)
    report, reading = findings_sheet(version, studio), reading_of(grounds)
    return CoachFindings(
        report=report,
        tables=grounds.cat.version,
        found=tuple(_found(version, grounds)),
        claims=tuple(_claims(claims_on(grounds.cat.muscles, "both", grounds))),
        conflicts=tuple(
            f"{capital(unit_name(one.muscle))}, {one.side}: {one.text}" for one in grounds.reasoning.conflicts
        ),
        measured=tuple(_measured(version, studio)),
        patterns=tuple(_pattern(one) for one in reading.patterns),
        chains=tuple(one.words for one in reading.chains),
        not_judged=tuple(_not_judged(grounds)),
        not_done=tuple(_not_done(grounds)),
        paper=report.paper,
    )


def _found(version: AssessmentVersion, grounds: Grounds) -> Iterator[FoundLine]:
    """What was seen; what the programme is built on first, each with the reason."""
    case = case_of(version, version.assessment.client, Plan(), grounds.on)
    chosen = {one.compensation: one.reason for one in select(case, grounds.cat).priorities}
    order = list(chosen)
    for name, seen in sorted(
        grounds.evidence.found.items(), key=lambda one: order.index(one[0]) if one[0] in chosen else len(order)
    ):
        yield FoundLine(
            name=title(seen.compensation.label),
            test=protocol_words(grounds.cat.protocols[seen.compensation.protocol]),
            graded=coach_reading(seen),
            first=chosen.get(name, ""),
        )


def _claims(claims: Iterable[ClaimView]) -> Iterator[ClaimLine]:
    """One line for all muscles that the same findings and sources speak for alike."""
    alike: dict[ClaimView, list[str]] = {}
    for one in claims:
        alike.setdefault(replace(one, name=""), []).append(one.name)
    for one, names in alike.items():
        yield ClaimLine(
            muscles=tuple(names),
            side=one.side,
            role=one.role,
            strength=one.strength,
            because=tuple(_because(ground) for ground in one.grounds),
            note="" if one.tells else LITTLE,
        )


def _because(one: Ground) -> str:
    return f"{one.finding} ({one.test.lower()}): adds {one.adds}, {one.why}: {'; '.join(one.sources)}."


def _measured(version: AssessmentVersion, studio: Studio) -> Iterator[MeasuredLine]:
    assessment = version.assessment
    who = body(assessment.client, assessment.started_at.date())
    for line in measure_lines(measure_answers(version.recorded), who, cast(LengthUnit, studio.units)):
        if not line.sides:
            yield MeasuredLine(name=line.label, side="", value="", says=line.state, rule="")
        for side in line.sides:
            yield MeasuredLine(
                name=line.label,
                side=side.side,
                value=side.value,
                says=side.says,
                rule=". ".join(filter(None, (side.reasons, line.difference))),
            )


def _pattern(one: PatternView) -> PatternLine:
    parts = (
        ("Before any of it", one.gate),
        ("Speaks for it", _signs(one.supports)),
        ("Speaks against it", _signs(one.against)),
        ("Not tested", _signs(one.missing)),
        ("For you to judge", "; ".join(one.ask)),
        ("Refer out with", "; ".join(one.refer_if)),
    )
    return PatternLine(
        name=f"{one.label}, {one.side}" if one.side else one.label,
        grade=one.grade,
        parts=tuple(part for part in parts if part[1]),
    )


def _signs(rows: Iterable[Sign]) -> str:
    return "; ".join(one.words for one in rows)


def _not_judged(grounds: Grounds) -> Iterator[str]:
    cat = grounds.cat
    done = {result.protocol for result in grounds.evidence.results}
    for one in cat.compensations.values():
        missed = [side for side in LEFT_RIGHT if grounds.evidence.finding(one.id, side) is None]
        if one.protocol in done and missed:
            side = f", {listed(missed)}" if len(missed) == 1 else ""
            yield f"{title(one.label)}{side} ({protocol_words(cat.protocols[one.protocol]).lower()})"


def _not_done(grounds: Grounds) -> Iterator[str]:
    done = {result.protocol for result in grounds.evidence.results}
    return (protocol_words(one) for one in grounds.cat.protocols.values() if one.id not in done)
