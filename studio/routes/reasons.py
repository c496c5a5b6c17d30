"""Why an assessment says what it says: the body map, modified forms, patterns and chains."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from ..models.assessments import load_with_answers
from ..models.body_view import body_view
from ..models.grounds import newest_grounds
from ..models.reading_view import reading_of
from ..operations.events import record_view
from ..web.access import coaches, user, visit
from ..web.body_links import MAP
from ..web.htmx import aims_at

bp = Blueprint("reasons", __name__)


@bp.get("/assessments/<int:assessment_id>/reasons")
@coaches
def show(assessment_id: int) -> ResponseReturnValue:
    assessment = load_with_answers(assessment_id) or abort(404)
    record_view(assessment.client, by=user(), visit=visit())
    grounds = newest_grounds(assessment)
    body = body_view(grounds, request.args.get("place", ""))
    if aims_at(MAP):
        return render_template("reasons/_body.html", assessment=assessment, body=body)
    return render_template("reasons/show.html", assessment=assessment, body=body, reading=reading_of(grounds))
