"""Centimetres or inches: a coach's own choice, kept for the next time."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..models.assessments import load_assessment
from ..operations import users
from ..web.access import coaches, user

bp = Blueprint("length_units", __name__)


@bp.post("/assessments/<int:assessment_id>/length-unit")
@coaches
def update(assessment_id: int) -> ResponseReturnValue:
    load_assessment(assessment_id) or abort(404)
    if request.form.get("unit") not in ("cm", "in"):
        abort(422)
    users.change(user(), {"length_unit": request.form["unit"]}, by=user())
    measure = request.form.get("measure")
    return redirect(url_for("measures.show", assessment_id=assessment_id, measure=measure), 303)
