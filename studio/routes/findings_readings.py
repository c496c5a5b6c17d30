"""The coach's reading of a completed assessment: printed anew each time, for its reasons are today's."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..documents import findings_coach
from ..models.assessments import State
from ..models.cases import load_findings
from ..models.sheets_findings_coach import coach_findings
from ..operations.events import record_view
from ..operations.findings_reports import note_reading_printed, reading_name
from ..web.access import coaches, user, visit
from ..web.paper import pdf
from ..web.setup_first import studio

bp = Blueprint("findings_readings", __name__, url_prefix="/assessments/<int:assessment_id>")


@bp.get("/versions/<int:number>/coach.pdf")
@coaches
def show(assessment_id: int, number: int) -> ResponseReturnValue:
    version = load_findings(assessment_id, number) or abort(404)
    if version.assessment.state is State.voided:
        abort(410, "This assessment was voided, so its findings are not printed any more.")
    record_view(version.assessment.client, by=user(), visit=visit())
    sheet = coach_findings(version, studio())
    note_reading_printed(version, by=user())
    return pdf(findings_coach.render(sheet), reading_name(sheet.report))
