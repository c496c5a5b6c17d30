"""An invoice or credit note of a client, its paper, and a new one with lines of its own."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.invoices import InvoiceForm
from ..models.books.invoice_page import invoice_page
from ..models.books.invoices import load_invoice
from ..models.clients import load_client
from ..models.studios import studio_today
from ..money import in_words
from ..operations.books import billing
from ..operations.books.papers import print_invoice
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.client_money import trade_words
from ..web.paper import pdf
from ..web.setup_first import studio

bp = Blueprint("invoices", __name__, url_prefix="/clients/<int:client_id>/invoices")


@bp.get("/new")
@signed_in
@open_blind
def new(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    return render_template("money/invoice_new.html", client=client, form=InvoiceForm.fresh(), tax=trade_words())


@bp.post("")
@signed_in
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = InvoiceForm()
    if not form.validate_on_submit():
        return render_template("money/invoice_new.html", client=client, form=form, tax=trade_words()), 422
    days, note = form.days.data or 0, form.note.data or ""
    invoice = billing.bill(
        client, form.wanted(), days=days, note=note, currency=studio().currency, by=user(), key=form.key.data or None
    )
    undo = url_for("credit_notes.create", client_id=client.id, invoice_id=invoice.id)
    words = f"Invoice {invoice.code} over {in_words(invoice.gross, invoice.currency)} is issued."
    flash({"text": words, "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("invoices.show", client_id=client.id, invoice_id=invoice.id), 303)


@bp.get("/<int:invoice_id>")
@signed_in
@open_blind
def show(client_id: int, invoice_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    invoice = load_invoice(client_id, invoice_id) or abort(404)
    return render_template("money/invoice.html", client=client, page=invoice_page(invoice, studio_today()))


@bp.get("/<int:invoice_id>.pdf")
@signed_in
@open_blind
def paper(client_id: int, invoice_id: int) -> ResponseReturnValue:
    invoice = load_invoice(client_id, invoice_id) or abort(404)
    stored, content = print_invoice(invoice, studio(), studio_today(), by=user())
    return pdf(content, stored.file_name)
