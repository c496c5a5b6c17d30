"""How a test is done, and when not to: a page behind the board."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..models.assessments import load_assessment
from ..models.protocol_page import protocol_page
from ..operations.events import record_view
from ..web.access import coaches, user, visit

bp = Blueprint("protocols", __name__)


@bp.get("/assessments/<int:assessment_id>/protocols/<string:protocol>")
@coaches
def show(assessment_id: int, protocol: str) -> ResponseReturnValue:
    assessment = load_assessment(assessment_id) or abort(404)
    page = protocol_page(protocol) or abort(404)
    record_view(assessment.client, by=user(), visit=visit())
    return render_template("protocols/show.html", assessment=assessment, page=page)
