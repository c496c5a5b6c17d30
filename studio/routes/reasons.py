"""Why an assessment says what it says: modified forms, patterns and chains."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..models.assessments import load_with_answers
from ..models.grounds import newest_grounds
from ..models.reading_view import reading_of
from ..operations.events import record_view
from ..web.access import coaches, user, visit

bp = Blueprint("reasons", __name__)


@bp.get("/assessments/<int:assessment_id>/reasons")
@coaches
def show(assessment_id: int) -> ResponseReturnValue:
    assessment = load_with_answers(assessment_id) or abort(404)
    record_view(assessment.client, by=user(), visit=visit())
    reading = reading_of(newest_grounds(assessment))
    return render_template("reasons/show.html", assessment=assessment, reading=reading)
