"""Giving an assessment to the client it belongs to."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.assessments import MoveForm
from ..models.assessments import load_assessment
from ..operations.assessment_changes import move
from ..web import results
from ..web.access import coaches, user

bp = Blueprint("moves", __name__)


@bp.post("/assessments/<int:assessment_id>/move")
@coaches
def create(assessment_id: int) -> ResponseReturnValue:
    assessment = load_assessment(assessment_id) or abort(404)
    form = MoveForm()
    form.leave_out(assessment.client_id)
    if not form.validate_on_submit():
        return results.page(assessment, moving=form), 422
    move(assessment, form.client, form.reason.data or "", by=user())
    after = " Look at the programmes of both clients." if assessment.versions else ""
    flash(f"The assessment is with {form.client.name} now.{after}")
    return redirect(url_for("assessments.show", assessment_id=assessment_id), 303)
