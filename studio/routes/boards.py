"""The board: one screen a view, where a tap states what is seen."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..models.assessments import load_recording
from ..operations.events import record_view
from ..operations.taps import look_from
from ..web import board
from ..web.access import coaches, user, visit

bp = Blueprint("boards", __name__)


@bp.get("/assessments/<int:assessment_id>/board")
@coaches
def show(assessment_id: int) -> ResponseReturnValue:
    recording = load_recording(assessment_id) or abort(404)
    record_view(recording.assessment.client, by=user(), visit=visit())
    if not recording.assessment.takes_taps:
        return redirect(url_for("assessments.show", assessment_id=assessment_id))
    if view := request.args.get("view"):
        look_from(recording, view)
    return board.page(recording)
