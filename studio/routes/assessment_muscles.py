"""Every muscle that the findings point to, with its reasons and where they were read."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..models.assessments import load_with_answers
from ..models.summary import live_summary
from ..operations.events import record_view
from ..web.access import coaches, user, visit
from ..web.htmx import wants_fragment

bp = Blueprint("assessment_muscles", __name__)


@bp.get("/assessments/<int:assessment_id>/muscles")
@coaches
def show(assessment_id: int) -> ResponseReturnValue:
    assessment = load_with_answers(assessment_id) or abort(404)
    record_view(assessment.client, by=user(), visit=visit())
    template = "assessments/_muscles.html" if wants_fragment() else "assessments/muscles.html"
    return render_template(template, assessment=assessment, summary=live_summary(assessment, None))
