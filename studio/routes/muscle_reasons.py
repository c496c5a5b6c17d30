"""One muscle of an assessment: the findings that speak for and against it, and the exercises that work on it."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..models.assessments import load_with_answers
from ..models.grounds import newest_grounds
from ..models.muscle_page import muscle_page
from ..operations.events import record_view
from ..web.access import coaches, user, visit

bp = Blueprint("muscle_reasons", __name__)


@bp.get("/assessments/<int:assessment_id>/muscles/<string:muscle>")
@coaches
def show(assessment_id: int, muscle: str) -> ResponseReturnValue:
    assessment = load_with_answers(assessment_id) or abort(404)
    grounds = newest_grounds(assessment)
    page = muscle_page(muscle, grounds, assessment.client_id) or abort(404)
    record_view(assessment.client, by=user(), visit=visit())
    return render_template("reasons/muscle.html", assessment=assessment, page=page)
