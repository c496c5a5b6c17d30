"""The tests of an assessment: another one added while it runs."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.assessments import StationForm
from ..models.assessments import load_assessment
from ..operations.assessments import NotOpen, add_station
from ..web.access import coaches, user

bp = Blueprint("stations", __name__)


@bp.post("/assessments/<int:assessment_id>/stations")
@coaches
def create(assessment_id: int) -> ResponseReturnValue:
    assessment = load_assessment(assessment_id) or abort(404)
    form = StationForm()
    if not form.validate_on_submit():
        abort(422, description="Choose a test to add")
    try:
        add_station(assessment, form.station.data or "", by=user())
    except NotOpen:
        abort(409)
    return redirect(url_for("boards.show", assessment_id=assessment_id, station=form.station.data), 303)
