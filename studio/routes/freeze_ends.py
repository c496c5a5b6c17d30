"""Back today: a freeze that runs is over."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..models.clients import load_client
from ..models.sales.clock_changes import load_change
from ..models.sales.enrolment_lists import load_enrolment
from ..operations.sales import freezes
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.converters import day_from
from ..web.redirects import own_path

bp = Blueprint(
    "freeze_ends",
    __name__,
    url_prefix="/clients/<int:client_id>/enrolments/<int:enrolment_id>/freezes/<int:change_id>/end",
)


@bp.post("")
@signed_in
@open_blind
def create(client_id: int, enrolment_id: int, change_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    enrolment = load_enrolment(client_id, enrolment_id) or abort(404)
    change = load_change(enrolment_id, change_id) or abort(404)
    until = change.until
    try:
        days = freezes.back(change, by=user())
    except freezes.AlreadyBack as error:
        flash(f"{error}.", "stop")
    else:
        undo = url_for(".delete", client_id=client_id, enrolment_id=enrolment_id, change_id=change_id, until=until)
        rescreen = days >= enrolment.terms.freeze.rescreen_after_days
        words = f"{client.first_name} is back after {days} {'day' if days == 1 else 'days'}."
        words += " Re-screen before you go on." if rescreen else ""
        flash({"text": words, "undo_url": undo})  # type: ignore[arg-type]
    return redirect(_next(client_id, enrolment_id), 303)


@bp.post("/undo")
@signed_in
@open_blind
def delete(client_id: int, enrolment_id: int, change_id: int) -> ResponseReturnValue:
    """Not back yet: it runs until the day in the address, or without an end."""
    load_enrolment(client_id, enrolment_id) or abort(404)
    change = load_change(enrolment_id, change_id) or abort(404)
    try:
        freezes.on_again(change, day_from("until"), by=user())
    except freezes.NotInTheTerms as error:
        flash(f"{error}.", "stop")
    else:
        flash("Still frozen.")
    return redirect(_next(client_id, enrolment_id), 303)


def _next(client_id: int, enrolment_id: int) -> str:
    ledger = url_for("credits.index", client_id=client_id, enrolment_id=enrolment_id)
    return own_path(request.form.get("next")) or ledger
