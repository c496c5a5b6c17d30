"""Correcting an invoice: a credit note over all of it or a part, looked at before it is issued."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.invoices import CreditForm
from ..models.books.balances import open_of
from ..models.books.invoices import Invoice, InvoiceKind, load_invoice
from ..models.clients import Client, load_client
from ..money import in_words, plain
from ..operations.books import crediting
from ..operations.books.till import SLIP
from ..web.access import signed_in, user
from ..web.blind import open_blind

bp = Blueprint("credit_notes", __name__, url_prefix="/clients/<int:client_id>/invoices/<int:invoice_id>/credit-note")


@bp.get("")
@signed_in
@open_blind
def new(client_id: int, invoice_id: int) -> ResponseReturnValue:
    client, invoice = load_client(client_id) or abort(404), _load(client_id, invoice_id)
    form = CreditForm()
    form.amount.data = plain(crediting.creditable(invoice), invoice.currency)
    return _page(client, invoice, form)


@bp.post("")
@signed_in
@open_blind
def create(client_id: int, invoice_id: int) -> ResponseReturnValue:
    """Show it first, then issue it; the undo of an invoice takes all of it back and asks nothing."""
    client, invoice = load_client(client_id) or abort(404), _load(client_id, invoice_id)
    if "amount" not in request.form:
        amount, why, key = crediting.creditable(invoice), SLIP, f"undo of {invoice.id}"
    else:
        form = CreditForm()
        if not form.validate_on_submit():
            return _page(client, invoice, form), 422
        amount, why, key = form.amount.minor, form.why.data or "", form.key.data or ""
        try:
            lines = crediting.preview(invoice, amount)
        except crediting.NothingToCredit as error:
            form.amount.errors = [str(error)]
            return _page(client, invoice, form), 422
        if "issue" not in request.form:
            freed = max(amount - open_of([invoice.id])[invoice.id], 0)
            return _page(client, invoice, form, lines=lines, freed=freed)
    try:
        note = crediting.credit(invoice, amount, why, by=user(), key=key or None)
    except crediting.NothingToCredit as error:
        flash(f"{error}.", "stop")
        return redirect(url_for("invoices.show", client_id=client.id, invoice_id=invoice.id), 303)
    undo = url_for("credit_notes.delete", client_id=client.id, invoice_id=note.id)
    words = f"Credit note {note.code} over {in_words(-note.gross, note.currency)} is issued."
    flash({"text": words, "undo_url": undo, "undo_label": "Invoice it again"})  # type: ignore[arg-type]
    return redirect(url_for("invoices.show", client_id=client.id, invoice_id=note.id), 303)


@bp.post("/undo")
@signed_in
@open_blind
def delete(client_id: int, invoice_id: int) -> ResponseReturnValue:
    """Invoice again what a credit note took back."""
    note = load_invoice(client_id, invoice_id)
    if note is None or note.kind is not InvoiceKind.credit_note:
        abort(404)
    anew = crediting.bill_again(note, by=user())
    flash(f"Invoice {anew.code} stands in its place.")
    return redirect(url_for("invoices.show", client_id=client_id, invoice_id=anew.id), 303)


def _load(client_id: int, invoice_id: int) -> Invoice:
    invoice = load_invoice(client_id, invoice_id)
    return invoice if invoice and invoice.kind is InvoiceKind.invoice else abort(404)


def _page(client: Client, invoice: Invoice, form: CreditForm, **seen: object) -> str:
    most = crediting.creditable(invoice)
    return render_template("money/credit.html", client=client, invoice=invoice, form=form, most=most, **seen)
