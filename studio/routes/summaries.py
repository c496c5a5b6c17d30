"""The live pane beside the board."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..models.assessments import first_before, load_recording
from ..models.summary import live_summary
from ..web.access import coaches

bp = Blueprint("summaries", __name__)


@bp.get("/assessments/<int:assessment_id>/summary")
@coaches
def show(assessment_id: int) -> ResponseReturnValue:
    recording = load_recording(assessment_id) or abort(404)
    summary = live_summary(recording, first_before(recording.assessment))
    return render_template("assessments/_summary.html", assessment=recording.assessment, summary=summary)
