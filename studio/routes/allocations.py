"""Paying an invoice with what lies on the account."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..models.books.invoices import load_invoice
from ..models.books.ledger import EntryKind, load_entry
from ..models.clients import load_client
from ..money import in_words
from ..operations.books import till
from ..operations.books.account import NotThere
from ..operations.books.entries import AlreadyReversed
from ..web.access import signed_in, user
from ..web.blind import open_blind

bp = Blueprint("allocations", __name__, url_prefix="/clients/<int:client_id>")


@bp.post("/invoices/<int:invoice_id>/allocations")
@signed_in
@open_blind
def create(client_id: int, invoice_id: int) -> ResponseReturnValue:
    invoice = load_invoice(client_id, invoice_id) or abort(404)
    try:
        row = till.use_account(invoice, by=user(), key=f"{request.form.get('key', '')[:40]} {invoice.id}")
    except NotThere as error:
        flash(f"{error}.", "stop")
    else:
        undo = url_for("allocations.delete", client_id=client_id, entry_id=row.id)
        words = f"{in_words(-row.amount, row.currency)} of the account paid invoice {invoice.code}."
        flash({"text": words, "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("client_money.show", client_id=client_id), 303)


@bp.post("/allocations/<int:entry_id>/undo")
@signed_in
@open_blind
def delete(client_id: int, entry_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    row = load_entry(client_id, entry_id, EntryKind.allocation) or abort(404)
    try:
        till.free(row, client, by=user())
    except (AlreadyReversed, NotThere) as error:
        flash(f"{error}.", "stop")
    else:
        flash("It lies on the account again.")
    return redirect(url_for("client_money.show", client_id=client_id), 303)
