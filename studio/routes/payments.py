"""Taking a payment at the desk."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.money import PaymentForm
from ..models.books.invoices import load_invoice
from ..models.clients import load_client
from ..numbers import whole
from ..operations.books import till
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.client_money import money_page, page_of, taken_words

bp = Blueprint("payments", __name__, url_prefix="/clients/<int:client_id>/payments")


@bp.post("")
@signed_in
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    page = page_of(client)
    form = PaymentForm.of(page)
    if not form.validate_on_submit():
        return money_page(client, page, form), 422
    payment = till.receive(
        client,
        form.amount.minor,
        form.how,
        on=form.received_on.data or page.on,
        currency=page.currency,
        by=user(),
        reference=form.reference.data or "",
        first=load_invoice(client.id, whole(form.invoice.data or "") or 0),
        key=form.key.data or None,
    )
    undo = url_for("payment_reversals.create", client_id=client.id, payment_id=payment.id)
    flash({"text": taken_words(payment), "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("client_money.show", client_id=client.id, taken=payment.id), 303)
