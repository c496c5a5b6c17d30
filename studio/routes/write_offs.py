"""Giving up what is open of an invoice: the owner's, with a reason."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.invoices import WriteOffForm
from ..models.books.balances import open_of
from ..models.books.invoices import load_invoice
from ..models.books.ledger import EntryKind, load_entry
from ..models.clients import load_client
from ..money import in_words
from ..operations.books import till
from ..operations.books.account import NotThere
from ..operations.books.entries import AlreadyReversed
from ..web.access import owner_only, user
from ..web.blind import open_blind

bp = Blueprint("write_offs", __name__, url_prefix="/clients/<int:client_id>")


@bp.get("/invoices/<int:invoice_id>/write-off")
@owner_only
@open_blind
def new(client_id: int, invoice_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    invoice = load_invoice(client_id, invoice_id) or abort(404)
    open_ = open_of([invoice.id])[invoice.id]
    return render_template("money/write_off.html", client=client, invoice=invoice, form=WriteOffForm(), open=open_)


@bp.post("/invoices/<int:invoice_id>/write-off")
@owner_only
@open_blind
def create(client_id: int, invoice_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    invoice = load_invoice(client_id, invoice_id) or abort(404)
    form = WriteOffForm()
    if not form.validate_on_submit():
        open_ = open_of([invoice.id])[invoice.id]
        return render_template("money/write_off.html", client=client, invoice=invoice, form=form, open=open_), 422
    try:
        row = till.write_off(invoice, form.why.data or "", by=user(), key=form.key.data or None)
    except NotThere as error:
        flash(f"{error}.", "stop")
    else:
        undo = url_for("write_offs.delete", client_id=client.id, entry_id=row.id)
        flash({"text": f"{in_words(-row.amount, row.currency)} written off.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("invoices.show", client_id=client.id, invoice_id=invoice.id), 303)


@bp.post("/write-offs/<int:entry_id>/undo")
@owner_only
@open_blind
def delete(client_id: int, entry_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    row = load_entry(client_id, entry_id, EntryKind.write_off) or abort(404)
    try:
        till.claim_again(row, client, by=user())
    except AlreadyReversed as error:
        flash(f"{error}.", "stop")
    else:
        flash("It is owed again.")
    return redirect(url_for("client_money.show", client_id=client_id), 303)
