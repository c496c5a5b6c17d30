"""The page of the measures and its live pane: what the templates need."""

import secrets
from collections.abc import Mapping
from typing import Any

from flask import render_template

from ..ces.batteries import MEASURES
from ..ces.case import Client as Person
from ..ces.units import LengthUnit
from ..ces.wording import pain_sentence
from ..forms.measures import Typed
from ..models.assessments import Assessment
from ..models.battery_view import Stop, missing, resting_words, stops_of
from ..models.board_words import field_words, label_of, value_words
from ..models.measure_context import context_of
from ..models.measure_page import MeasuresPage, measure_answers_of, measures_page
from ..models.measure_view import measure_lines
from ..models.recorded import body
from ..models.standing import resting
from ..models.stations import address
from ..models.studios import studio_today
from ..models.tables import shipped
from ..models.tap_history import disagreements, taps_by, taps_of, undo_stack
from .access import user
from .setup_first import studio

HERE = "\0"


def unit() -> LengthUnit:
    """In which unit this coach reads lengths: their own choice, or else the studio's."""
    return "in" if (user().length_unit or studio().units) == "in" else "cm"


def page(assessment: Assessment, measure: str | None, *, typed: Typed | None = None) -> str:
    """Every measure, open at one; `typed` came back with errors or asks whether it is meant."""
    coach = user()
    rests = _resting(assessment)
    book = _book(assessment, rests)
    taps = taps_of(assessment.id)
    stack = undo_stack(taps, coach.id)
    answers = {address(one.station, said.field): said for one in assessment.recordings for said in one.answers}
    before, _, after = pain_sentence(HERE, "the test", "other areas").partition(HERE)
    stops = stops_of(assessment, rests)
    return render_template(
        "measures/index.html",
        assessment=assessment,
        stops=stops,
        onward=_onward(stops),
        asked=_planned(assessment),
        mine=taps_by(taps, coach.id),
        addable=[(one, label_of(one)) for one in missing(assessment)],
        book=book,
        sheet=book.sheet(measure),
        typed=typed,
        answers={where: [one.value, one.views, one.revision] for where, one in answers.items()},
        newest=max((one.revision for one in answers.values()), default=0),
        undo=[[[address(one.station, one.field), one.value, one.view] for one in change] for change in stack],
        undo_says=" ".join(map(str, stack[-1])) if stack else "",
        conflicts=[
            {
                "field": address(one.station, one.field),
                "value": one.value,
                "kept": one.kept,
                "what": field_words(one.station, one.field, shipped()),
                "late": value_words(one.field, one.value),
                "late_by": one.by,
                "stands": value_words(one.field, one.kept),
                "stands_by": one.kept_by,
            }
            for one in disagreements(taps)
            if one.station == MEASURES
        ],
        say=(before, after),
        unit=unit(),
        regions=shipped().regions,
        pains=_pains(assessment),
        key=secrets.token_hex(16),
        **_pane(assessment, book.sheet(measure).kind.id),
    )


def others(assessment: Assessment, measure: str | None) -> str:
    """The sheets that the page did not bring along, which is open at a measure."""
    book, answers = (
        _book(assessment, _resting(assessment)),
        [said for one in assessment.recordings for said in one.answers],
    )
    return render_template(
        "measures/_others.html",
        assessment=assessment,
        book=book,
        sheet=book.sheet(measure),
        newest=max((one.revision for one in answers), default=0),
        regions=shipped().regions,
        key=secrets.token_hex(16),
    )


def pane(assessment: Assessment, measure: str | None) -> str:
    """What was measured, what stands beside one measure, and what became of the tests."""
    stops = stops_of(assessment, _resting(assessment))
    return render_template("measures/_anew.html", assessment=assessment, stops=stops, **_pane(assessment, measure))


def _resting(assessment: Assessment) -> dict[str, str]:
    """What rests since an earlier test, by region: no test of it, on the boards as here."""
    return resting_words(resting(assessment, studio_today()))


def _onward(stops: tuple[Stop, ...]) -> Stop:
    """The test that comes after the measures: the next with something to do, else the first there is."""
    tests = [one for one in stops if one.station != MEASURES]
    at = [one.station for one in stops].index(MEASURES) if len(tests) < len(stops) else -1
    later = [one for one in (*stops[at + 1 :], *stops[: at + 1]) if one in tests]
    return next((one for one in later if not one.done), tests[0])


def _pane(assessment: Assessment, measure: str | None) -> dict[str, Any]:
    reads, kinds = unit(), shipped().measures
    lines = measure_lines(measure_answers_of(assessment), _who(assessment), reads)
    kind = kinds.get(measure or "")
    return {
        "kind": kind,
        "now": next((one for one in lines if kind and one.id == kind.id), None),
        "lines": lines,
        "context": context_of(kind, reads) if kind else None,
    }


def _book(assessment: Assessment, rests: Mapping[str, str]) -> MeasuresPage:
    return measures_page(assessment, _who(assessment), unit(), _planned(assessment), rests)


def _planned(assessment: Assessment) -> tuple[str, ...]:
    battery = shipped().batteries.get(assessment.battery)
    return battery.measures if battery else ()


def _who(assessment: Assessment) -> Person:
    return body(assessment.client, assessment.started_at.date())


def _pains(assessment: Assessment) -> dict[str, dict[str, str]]:
    """Where it hurt during a measure, by field."""
    found = {}
    for name, said in measure_answers_of(assessment).items():
        if name.startswith("pain:") and said.value:
            found[name] = dict(zip(("region", "side", "rating"), said.value.split("."), strict=True))
    return found
