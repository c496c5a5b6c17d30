"""What an assessment would say with the tables of today; nothing is written."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..models.assessments import load_assessment
from ..models.recomputation import recompute
from ..operations.events import record_view
from ..web.access import coaches, user, visit
from ..web.converters import number_from

bp = Blueprint("recomputations", __name__)


@bp.get("/assessments/<int:assessment_id>/recomputation")
@coaches
def show(assessment_id: int) -> ResponseReturnValue:
    assessment = load_assessment(assessment_id) or abort(404)
    record_view(assessment.client, by=user(), visit=visit())
    number = number_from("version") or len(assessment.versions)
    version = next((one for one in assessment.versions if one.number == number), None) or abort(404)
    return render_template("assessments/recomputation.html", version=version, found=recompute(version))
