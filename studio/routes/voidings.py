"""Striking a mistaken assessment out, with a reason."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.assessments import VoidForm
from ..models.assessments import load_assessment
from ..operations.assessment_changes import void
from ..web import results
from ..web.access import coaches, user

bp = Blueprint("voidings", __name__)


@bp.post("/assessments/<int:assessment_id>/voiding")
@coaches
def create(assessment_id: int) -> ResponseReturnValue:
    assessment = load_assessment(assessment_id) or abort(404)
    form = VoidForm()
    if not form.validate_on_submit():
        return results.page(assessment, voiding=form), 422
    void(assessment, form.reason.data or "", by=user())
    flash("The assessment is struck out. It stays readable and counts for nothing.")
    return redirect(url_for("assessments.show", assessment_id=assessment_id), 303)
