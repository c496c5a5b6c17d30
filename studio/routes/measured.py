"""The live pane beside the keypad: what was measured, and what it says."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from ..models.assessments import load_with_answers
from ..operations.events import record_view
from ..web import measures
from ..web.access import coaches, user, visit

bp = Blueprint("measured", __name__)


@bp.get("/assessments/<int:assessment_id>/measured")
@coaches
def show(assessment_id: int) -> ResponseReturnValue:
    assessment = load_with_answers(assessment_id) or abort(404)
    record_view(assessment.client, by=user(), visit=visit())
    return measures.pane(assessment, request.args.get("measure"))
