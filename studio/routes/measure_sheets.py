"""The sheets of the measures that nothing asks for: they come once the page of the measures stands."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from ..models.assessments import load_with_answers
from ..operations.events import record_view
from ..web import measures
from ..web.access import coaches, user, visit

bp = Blueprint("measure_sheets", __name__)


@bp.get("/assessments/<int:assessment_id>/measures/others")
@coaches
def index(assessment_id: int) -> ResponseReturnValue:
    assessment = load_with_answers(assessment_id) or abort(404)
    record_view(assessment.client, by=user(), visit=visit())
    return measures.others(assessment, request.args.get("measure"))
