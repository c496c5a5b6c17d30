"""One finding of an assessment with its three readings, down to the muscles and exercises it leads to."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..models.assessments import load_with_answers
from ..models.finding_page import finding_page
from ..models.grounds import newest_grounds
from ..operations.events import record_view
from ..web.access import coaches, user, visit

bp = Blueprint("finding_reasons", __name__)


@bp.get("/assessments/<int:assessment_id>/findings/<string:compensation>")
@coaches
def show(assessment_id: int, compensation: str) -> ResponseReturnValue:
    assessment = load_with_answers(assessment_id) or abort(404)
    grounds = newest_grounds(assessment)
    page = finding_page(compensation, grounds, assessment.client_id) or abort(404)
    record_view(assessment.client, by=user(), visit=visit())
    return render_template("reasons/finding.html", assessment=assessment, page=page)
