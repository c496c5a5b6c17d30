"""The ten questions: filled in by the coach who asks them, or by the client on the tablet."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.follow_ups import follow_ups_form
from ..forms.readiness import questions_form
from ..models.clients import load_client
from ..operations import readiness
from ..web.access import coaches, user
from ..web.handed import in_hand_over
from ..web.readiness import done_address, filled_in, given_before, questions_page

bp = Blueprint("readiness_forms", __name__, url_prefix="/clients/<int:client_id>")


@bp.get("/readiness-form")
@coaches
@in_hand_over("readiness")
def edit(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    return questions_page(client, questions_form(given_before(client)))


@bp.post("/readiness-form")
@coaches
@in_hand_over("readiness")
def update(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = questions_form(None)
    if not form.validate_on_submit():
        return questions_page(client, form), 422
    kept = readiness.keep(client, form.values(), by=user(), filled_in=filled_in())
    if follow_ups_form(kept).asked:
        return redirect(url_for("readiness_follow_ups.edit", client_id=client.id), 303)
    readiness.finish(client, {"flags": {}}, by=user(), filled_in=filled_in())
    return redirect(done_address(client), 303)
