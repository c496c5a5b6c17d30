"""The live pane beside the board."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..models.assessments import load_with_answers
from ..models.first_assessment import first_before
from ..models.summary import live_summary
from ..operations.events import record_view
from ..web.access import coaches, user, visit
from ..web.blind import open_blind

bp = Blueprint("summaries", __name__)


@bp.get("/assessments/<int:assessment_id>/summary")
@coaches
@open_blind
def show(assessment_id: int) -> ResponseReturnValue:
    assessment = load_with_answers(assessment_id) or abort(404)
    record_view(assessment.client, by=user(), visit=visit())
    summary = live_summary(assessment, first_before(assessment))
    return render_template("assessments/_summary.html", assessment=assessment, summary=summary)
