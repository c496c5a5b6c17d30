"""Giving money back that lies on the account: the owner's, and not by PIN alone."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.invoices import RefundForm
from ..models.books.balances import good_of
from ..models.books.ledger import Method, load_payment
from ..models.clients import load_client
from ..money import in_words
from ..operations.books import till
from ..operations.books.account import NotThere
from ..operations.books.entries import AlreadyReversed
from ..operations.books.paying import NothingPaid
from ..web.access import owner_only, user
from ..web.blind import open_blind
from ..web.setup_first import studio

bp = Blueprint("refunds", __name__, url_prefix="/clients/<int:client_id>/refunds")


@bp.get("/new")
@owner_only
@open_blind
def new(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    good = good_of(client.id)
    return render_template("money/refund.html", client=client, form=RefundForm.of(good), good=good)


@bp.post("")
@owner_only
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = RefundForm()
    if form.validate_on_submit():
        try:
            payment = till.give_back(
                client,
                form.amount.minor,
                Method(form.method.data),
                form.why.data or "",
                currency=studio().currency,
                by=user(),
                reference=form.reference.data or "",
                key=form.key.data or None,
            )
        except (NotThere, NothingPaid) as error:
            form.amount.errors = [str(error)]
        else:
            undo = url_for("refunds.delete", client_id=client.id, payment_id=payment.id)
            words = f"{in_words(-payment.amount, payment.currency)} given back, {payment.method.label.lower()}."
            flash({"text": words, "undo_url": undo})  # type: ignore[arg-type]
            return redirect(url_for("client_money.show", client_id=client.id), 303)
    return render_template("money/refund.html", client=client, form=form, good=good_of(client.id)), 422


@bp.post("/<int:payment_id>/undo")
@owner_only
@open_blind
def delete(client_id: int, payment_id: int) -> ResponseReturnValue:
    payment = load_payment(client_id, payment_id)
    if payment is None or payment.amount >= 0 or payment.reverses_id is not None:
        abort(404)
    try:
        till.take_back(payment, "", by=user())
    except AlreadyReversed as error:
        flash(f"{error}.", "stop")
    else:
        flash("It lies on the account again.")
    return redirect(url_for("client_money.show", client_id=client_id), 303)
