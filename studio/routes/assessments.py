"""Assessments: started from a client's page, read once they are complete."""

from functools import partial

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.assessments import BatteryForm
from ..forms.gates import GateForm
from ..models.assessments import load_assessment
from ..models.battery_view import presets
from ..models.clients import load_client
from ..operations import gates
from ..operations.assessments import start
from ..operations.events import record_view
from ..web import results
from ..web.access import coaches, user, visit
from ..web.converters import number_from
from ..web.filters import today
from ..web.gates import gate_page

bp = Blueprint("assessments", __name__)


@bp.get("/clients/<int:client_id>/assessments/new")
@coaches
def new(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    return render_template("assessments/new.html", client=client, presets=presets(client, today()))


@bp.post("/clients/<int:client_id>/assessments")
@coaches
def create(client_id: int) -> ResponseReturnValue:
    client, chosen, form = load_client(client_id) or abort(404), BatteryForm(), GateForm()
    if not chosen.validate_on_submit():
        page = render_template("assessments/new.html", client=client, presets=presets(client, today()), form=chosen)
        return page, 422
    battery, stations = chosen.battery.data or "", chosen.stations.data or ()
    begin = partial(start, client, by=user(), battery=battery, stations=stations)
    try:
        assessment = gates.behind(client, begin, by=user(), reason=form.reason.data or "")
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
    # Until it is complete the board shows it; to be moved or struck out it need not be.
    if not assessment.versions and assessment.takes_taps and not request.args.get("ask"):
        return redirect(url_for("boards.show", assessment_id=assessment_id))
    return results.page(assessment, number=number_from("version"))
