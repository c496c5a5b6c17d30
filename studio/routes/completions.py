"""Completing an assessment: it is locked, and a programme is drafted unless it was stopped for pain."""

from flask import Blueprint, abort, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..models.assessments import AssessmentVersion, load_assessment
from ..models.rescreens import rescreen_of
from ..numbers import whole
from ..operations import error_bands, programmes
from ..operations.assessments import NotOpen, TapsMissing, complete
from ..web.access import coaches, user
from ..web.blind import open_blind
from ..web.setup_first import studio

bp = Blueprint("completions", __name__)

MISSING = "Some taps of this tablet have not arrived yet. Open the board again: it sends them."


@bp.post("/assessments/<int:assessment_id>/completion")
@coaches
@open_blind
def create(assessment_id: int) -> ResponseReturnValue:
    assessment = load_assessment(assessment_id) or abort(404)
    taps = request.get_json(silent=True) if request.is_json else request.form
    expected = whole(str(taps.get("taps", ""))) if taps else None
    if expected is None:
        abort(422, description="Say how many taps were made")
    try:
        version = complete(assessment, by=user(), taps=expected, zone=studio().time_zone)
    except TapsMissing:
        abort(409, description=MISSING)
    except NotOpen:
        abort(409)
    where = _next_page(version)
    return jsonify(next=where) if request.is_json else redirect(where, 303)


def _next_page(version: AssessmentVersion) -> str:
    """Where the chain goes on: the programme, what a re-screen leads to, or the result after pain.

    A second rating drafts nothing.
    """
    if version.assessment.second_to_id:
        error_bands.refresh(by=user())
        return url_for("second_ratings.show", assessment_id=version.assessment_id)
    if version.stopped_for_pain:
        programmes.look_again(version, by=user())
        return url_for("assessments.show", assessment_id=version.assessment_id)
    if rescreen_of(version):
        return url_for("reviews.show", assessment_id=version.assessment_id)
    draft = programmes.draft_from(version, by=user())
    return url_for("programmes.show", programme_id=draft.programme_id)
