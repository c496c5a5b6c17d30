"""A part of an invoice that is late: reminding of it, and holding reminders back."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..models.books.due import Part, parts_of
from ..models.books.invoices import Instalment, Invoice, load_instalment, load_invoice, load_reminder
from ..models.clients import load_client
from ..models.mails import Mail
from ..operations.books import reminding
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.navigation import may

bp = Blueprint("instalments", __name__, url_prefix="/clients/<int:client_id>/instalments")

WAYS = {"mail": "by mail", "phone": "by phone", "paper": "on paper"}


@bp.post("/<int:instalment_id>/reminders")
@signed_in
@open_blind
def create(client_id: int, instalment_id: int) -> ResponseReturnValue:
    instalment = load_instalment(client_id, instalment_id) or abort(404)
    invoice, part = _part(client_id, instalment)
    how = request.form.get("how", "")
    if how not in WAYS:
        abort(422, "Choose mail, phone or paper.")
    try:
        done = reminding.remind_now(invoice, part, how, by=user())
    except reminding.NotReached as error:
        flash(f"{error}.", "stop")
        return _back(client_id)
    if isinstance(done, Mail):
        flash({"text": "A mail goes out in three minutes.", "undo_url": url_for("outbox.cancel", mail_id=done.id)})  # type: ignore[arg-type]
    else:
        undo = url_for("instalments.delete", client_id=client_id, reminder_id=done.id)
        flash({"text": f"Noted: reminded {WAYS[how]}.", "undo_url": undo})  # type: ignore[arg-type]
    return _back(client_id)


@bp.post("/reminders/<int:reminder_id>/undo")
@signed_in
@open_blind
def delete(client_id: int, reminder_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    row = load_reminder(client_id, reminder_id) or abort(404)
    reminding.take_back(row, client, by=user())
    flash("The note is taken back.")
    return _back(client_id)


@bp.post("/<int:instalment_id>/hold")
@signed_in
@open_blind
def update(client_id: int, instalment_id: int) -> ResponseReturnValue:
    """Hold reminders back with a reason, or let them go on without one."""
    client = load_client(client_id) or abort(404)
    instalment = load_instalment(client_id, instalment_id) or abort(404)
    why = " ".join(request.form.get("why", "").split())[:200]
    reminding.hold(instalment, client, why, by=user())
    flash("No reminder goes out for this." if why else "Reminders go on.")
    return redirect(url_for("invoices.show", client_id=client_id, invoice_id=instalment.invoice_id), 303)


def _part(client_id: int, instalment: Instalment) -> tuple[Invoice, Part]:
    invoice = load_invoice(client_id, instalment.invoice_id) or abort(404)
    part = next(one for one in parts_of(invoice) if one.id == instalment.id)
    return (invoice, part) if part.open else abort(409, "This is paid meanwhile.")


def _back(client_id: int) -> ResponseReturnValue:
    """To the list it was asked from, or the client's money for who may not see that."""
    if request.args.get("from") == "open" and may("money.index"):
        return redirect(url_for("money.index"), 303)
    return redirect(url_for("client_money.show", client_id=client_id), 303)
