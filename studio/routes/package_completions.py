"""Completing a package by hand."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..models.sales.enrolment_lists import load_enrolment
from ..operations.sales import ending
from ..web.access import signed_in, user
from ..web.blind import open_blind

bp = Blueprint(
    "package_completions", __name__, url_prefix="/clients/<int:client_id>/enrolments/<int:enrolment_id>/completion"
)


@bp.post("")
@signed_in
@open_blind
def create(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    one = load_enrolment(client_id, enrolment_id) or abort(404)
    try:
        ending.complete(one, by=user())
    except ending.NotNow as problem:
        flash(f"{problem}.", "stop")
    else:
        undo = url_for("cancellations.delete", client_id=client_id, enrolment_id=enrolment_id)
        flash({"text": f"{one.terms.name} is completed.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("enrolments.show", client_id=client_id, enrolment_id=enrolment_id), 303)
