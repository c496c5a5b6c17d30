"""Opening a complete assessment again, for a stated reason."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.assessments import AmendForm
from ..models.assessments import load_assessment
from ..operations.assessment_changes import amend
from ..operations.assessments import NotOpen
from ..web import results
from ..web.access import coaches, user

bp = Blueprint("amendments", __name__)


@bp.post("/assessments/<int:assessment_id>/amendment")
@coaches
def create(assessment_id: int) -> ResponseReturnValue:
    assessment = load_assessment(assessment_id) or abort(404)
    form = AmendForm()
    if not form.validate_on_submit():
        return results.page(assessment, amending=form), 422
    try:
        amend(assessment, form.reason.data or "", by=user())
    except NotOpen:
        abort(409)
    return redirect(url_for("boards.show", assessment_id=assessment_id), 303)
