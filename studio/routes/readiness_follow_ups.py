"""What the answers ask for next: being active, and the red flags."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.follow_ups import follow_ups_form
from ..models.clients import load_client
from ..models.readiness import begun
from ..operations import readiness
from ..web.access import coaches, user
from ..web.handed import in_hand_over
from ..web.readiness import done_address, filled_in, follow_ups_page

bp = Blueprint("readiness_follow_ups", __name__, url_prefix="/clients/<int:client_id>")


@bp.get("/readiness-form/follow-ups")
@coaches
@in_hand_over("readiness")
def edit(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    typed = begun(client.id)
    if typed is None:
        return redirect(url_for("readiness_forms.edit", client_id=client.id))
    return follow_ups_page(client, follow_ups_form(typed))


@bp.post("/readiness-form/follow-ups")
@coaches
@in_hand_over("readiness")
def update(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    typed = begun(client.id)
    if typed is None:
        return redirect(url_for("readiness_forms.edit", client_id=client.id), 303)
    form = follow_ups_form(typed)
    if not form.validate_on_submit():
        return follow_ups_page(client, form), 422
    readiness.finish(client, form.values(typed), by=user(), filled_in=filled_in())
    return redirect(done_address(client), 303)
