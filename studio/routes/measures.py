"""The measures of an assessment: a keypad, a stopwatch, a counter, and the numbers of one measure as a plain form."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..ces.batteries import MEASURES
from ..clock import utcnow
from ..forms.measures import read_numbers
from ..models.assessments import Assessment, load_with_answers
from ..models.measure_page import measure_answers_of
from ..models.tables import shipped
from ..operations.events import record_view
from ..operations.tap_log import Locked
from ..operations.taps import look_from, record_taps
from ..web import measures
from ..web.access import coaches, user, visit

bp = Blueprint("measures", __name__)


@bp.get("/assessments/<int:assessment_id>/measures")
@coaches
def show(assessment_id: int) -> ResponseReturnValue:
    assessment = _load(assessment_id)
    record_view(assessment.client, by=user(), visit=visit())
    if not assessment.takes_taps:
        return redirect(url_for("assessments.show", assessment_id=assessment_id))
    look_from(assessment_id, MEASURES, MEASURES)
    return measures.page(assessment, request.args.get("measure"))


@bp.post("/assessments/<int:assessment_id>/measures")
@coaches
def create(assessment_id: int) -> ResponseReturnValue:
    assessment = _load(assessment_id)
    kind = shipped().measures.get(request.form.get("measure", "")) or abort(404)
    typed = read_numbers(request.form, kind, measure_answers_of(assessment), utcnow())
    if not typed.stands:
        return measures.page(assessment, kind.id, typed=typed), 422
    try:
        taken = record_taps(assessment_id, typed.taps, by=user(), device=visit())
    except Locked:
        abort(409)
    for one in taken.conflicts:
        flash({"text": f"{one.by} measured that meanwhile. Look at it again."}, "stop")  # type: ignore[arg-type]
    return redirect(url_for("measures.show", assessment_id=assessment_id, measure=kind.id), 303)


def _load(assessment_id: int) -> Assessment:
    return load_with_answers(assessment_id) or abort(404)
