"""Taking back a sale that was a slip."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..models.sales.enrolment_lists import load_enrolment
from ..operations.sales import selling
from ..web.access import signed_in, user
from ..web.blind import open_blind

bp = Blueprint("sale_undoings", __name__, url_prefix="/clients/<int:client_id>/enrolments/<int:enrolment_id>/undo")


@bp.post("")
@signed_in
@open_blind
def create(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    one = load_enrolment(client_id, enrolment_id) or abort(404)
    try:
        selling.undo(one, "Sold by mistake", by=user())
    except selling.TooLate as late:
        flash(f"{late}.", "stop")
        return redirect(url_for("enrolments.show", client_id=client_id, enrolment_id=enrolment_id), 303)
    flash("The sale is taken back: nothing is owed and nothing can be used.")
    return redirect(url_for("clients.show", client_id=client_id), 303)
