"""The board: one screen a view, where a tap states what is seen."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..ces.batteries import MEASURES
from ..models.assessments import load_with_answers
from ..operations.events import record_view
from ..operations.taps import look_from
from ..web import board
from ..web.access import coaches, user, visit
from ..web.blind import open_blind

bp = Blueprint("boards", __name__)


@bp.get("/assessments/<int:assessment_id>/board")
@coaches
@open_blind
def show(assessment_id: int) -> ResponseReturnValue:
    if request.args:
        look_from(assessment_id, request.args.get("station", ""), request.args.get("view", ""))
    assessment = load_with_answers(assessment_id) or abort(404)
    if not assessment.takes_taps:
        return redirect(url_for("assessments.show", assessment_id=assessment_id))
    if assessment.current.station == MEASURES:
        return redirect(url_for("measures.show", assessment_id=assessment_id, measure=request.args.get("view")))
    drawn = board.page(assessment)
    # Noted last: it commits, and everything read before would be read again.
    record_view(assessment.client, by=user(), visit=visit())
    return drawn
