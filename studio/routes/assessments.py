"""Assessments: started from a client's page, read once they are complete."""

from functools import partial

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.gates import GateForm
from ..models.assessments import load_assessment
from ..models.clients import load_client
from ..operations import gates
from ..operations.assessments import start
from ..operations.events import record_view
from ..web import results
from ..web.access import coaches, user, visit
from ..web.blind import kept_blind
from ..web.converters import number_from
from ..web.gates import gate_page

bp = Blueprint("assessments", __name__)


@bp.post("/clients/<int:client_id>/assessments")
@coaches
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = GateForm()
    try:
        assessment = gates.behind(client, partial(start, client, by=user()), by=user(), reason=form.reason.data or "")
    except (gates.Shut, gates.NeedsReason):
        return gate_page(client, form), 409
    return redirect(url_for("boards.show", assessment_id=assessment.id), 303)


@bp.get("/assessments/<int:assessment_id>")
@coaches
def show(assessment_id: int) -> ResponseReturnValue:
    assessment = load_assessment(assessment_id) or abort(404)
    record_view(assessment.client, by=user(), visit=visit())
    if assessment.second_to_id:
        return redirect(url_for("second_ratings.show", assessment_id=assessment_id))
    if away := kept_blind(assessment.client_id):
        return away
    # Until it is complete the board shows it; to be moved or struck out it need not be.
    if not assessment.versions and assessment.takes_taps and not request.args.get("ask"):
        return redirect(url_for("boards.show", assessment_id=assessment_id))
    return results.page(assessment, number=number_from("version"))
