"""Who does not go on after a package, and why."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.renewals import DeclineForm
from ..models.sales.enrolment_lists import load_enrolment
from ..operations.sales import renewing
from ..web.access import signed_in, user
from ..web.blind import open_blind

bp = Blueprint(
    "declined_renewals", __name__, url_prefix="/clients/<int:client_id>/enrolments/<int:enrolment_id>/renewal"
)


@bp.post("")
@signed_in
@open_blind
def create(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    one = load_enrolment(client_id, enrolment_id) or abort(404)
    form = DeclineForm()
    if not form.validate_on_submit():
        flash("Say in a few words why not.", "stop")
        return redirect(url_for("enrolments.show", client_id=client_id, enrolment_id=enrolment_id), 303)
    renewing.decline(one, form.why.data or "", by=user())
    undo = url_for("declined_renewals.delete", client_id=client_id, enrolment_id=enrolment_id)
    flash({"text": "Noted: no renewal.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("enrolments.show", client_id=client_id, enrolment_id=enrolment_id), 303)


@bp.post("/undo")
@signed_in
@open_blind
def delete(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    one = load_enrolment(client_id, enrolment_id) or abort(404)
    renewing.offer_again(one, by=user())
    flash("It is offered again.")
    return redirect(url_for("enrolments.show", client_id=client_id, enrolment_id=enrolment_id), 303)
