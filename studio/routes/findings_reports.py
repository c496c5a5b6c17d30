"""The findings report of a completed assessment, on paper."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..models.assessments import State
from ..models.cases import load_findings
from ..operations.findings_reports import paper_of
from ..web.access import coaches, user
from ..web.paper import answers_with_paper, inline
from ..web.setup_first import studio

bp = Blueprint("findings_reports", __name__, url_prefix="/assessments/<int:assessment_id>")
answers_with_paper(bp)


@bp.get("/versions/<int:number>.pdf")
@coaches
def show(assessment_id: int, number: int) -> ResponseReturnValue:
    version = load_findings(assessment_id, number) or abort(404)
    if version.assessment.state is State.voided:
        abort(410, "This assessment was voided, so its report is not printed any more.")
    return inline(paper_of(version, studio=studio(), by=user()), version.assessment.client)
