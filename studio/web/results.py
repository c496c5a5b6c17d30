"""The result page of an assessment: as it was completed, amended, or struck out."""

from flask import abort, render_template, request

from ..ces.findings import STANDARD
from ..forms.assessments import AmendForm, MoveForm, VoidForm
from ..models.assessments import Assessment, AssessmentVersion, load_with_answers
from ..models.board_words import label_of
from ..models.first_assessment import First, first_before
from ..models.grounds import grounds_of
from ..models.measure_view import MeasureLine, measure_lines
from ..models.reading_view import reading_of
from ..models.recorded import body, measure_answers, snapshot
from ..models.rescreens import rescreen_of
from ..models.result_view import home_programme, story_of
from ..models.summary import Summary, frozen_summary, live_summary
from .measures import unit


def page(
    assessment: Assessment,
    *,
    number: int | None = None,
    amending: AmendForm | None = None,
    voiding: VoidForm | None = None,
    moving: MoveForm | None = None,
) -> str:
    """The page of a version, the newest if none is named; a form that came back with errors stands open on it."""
    version = _version(assessment, number)
    first = first_before(assessment)
    return render_template(
        "assessments/show.html",
        assessment=assessment,
        version=version,
        newest=assessment.versions[-1] if assessment.versions else None,
        summary=_summary(assessment, version, first),
        first=first,
        reading=reading_of(grounds_of(assessment, version)) if version else None,
        measured=_measured(assessment, version),
        story=story_of(assessment),
        programme_id=home_programme(assessment.client_id),
        rescreen=bool(assessment.versions) and rescreen_of(assessment.versions[-1]) is not None,
        tests=[label_of(one.station) for one in assessment.recordings if one.variant == STANDARD],
        forms={
            "amend": amending or AmendForm(formdata=None),
            "void": voiding or VoidForm(formdata=None),
            "move": moving or MoveForm(formdata=None),
        },
        opened="amend" if amending else "void" if voiding else "move" if moving else "",
        asked=request.values.get("asked") or request.args.get("ask"),
    )


def _version(assessment: Assessment, number: int | None) -> AssessmentVersion | None:
    if number is None:
        return assessment.versions[-1] if assessment.versions else None
    return next((one for one in assessment.versions if one.number == number), None) or abort(404)


def _measured(assessment: Assessment, version: AssessmentVersion | None) -> tuple[MeasureLine, ...]:
    recorded = version.recorded if version else snapshot(assessment.recordings)
    who = body(assessment.client, assessment.started_at.date())
    return measure_lines(measure_answers(recorded), who, unit())


def _summary(assessment: Assessment, version: AssessmentVersion | None, first: First | None) -> Summary:
    if version:
        return frozen_summary(version, first)
    return live_summary(load_with_answers(assessment.id) or abort(404), first)
