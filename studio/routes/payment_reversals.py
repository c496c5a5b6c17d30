"""Taking a payment back that was a slip, or putting it to the client whose it is."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.money import ReversalForm
from ..models.books.ledger import Payment, load_payment, taken_back
from ..models.client_search import find
from ..models.clients import Client, load_client
from ..numbers import whole
from ..operations.books import till
from ..operations.books.entries import AlreadyReversed
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.client_money import taken_words

bp = Blueprint("payment_reversals", __name__, url_prefix="/clients/<int:client_id>/payments/<int:payment_id>/reversal")

FOUND = 8


@bp.get("")
@signed_in
@open_blind
def new(client_id: int, payment_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    return _page(client, _load(client_id, payment_id), ReversalForm())


@bp.post("")
@signed_in
@open_blind
def create(client_id: int, payment_id: int) -> ResponseReturnValue:
    """Take it back: at once by the toast, which asks for no reason, or by the page, which does."""
    client, payment = load_client(client_id) or abort(404), _load(client_id, payment_id)
    form = ReversalForm()
    if "why" in request.form and not form.validate():
        return _page(client, payment, form), 422
    try:
        till.take_back(payment, form.why.data or "", by=user())
    except AlreadyReversed as error:
        flash(f"{error}.", "stop")
    else:
        flash("The payment is taken back. Both rows stay in the ledger.")
    return redirect(url_for("client_money.show", client_id=client.id), 303)


@bp.post("/client")
@signed_in
@open_blind
def update(client_id: int, payment_id: int) -> ResponseReturnValue:
    """Put it to another client."""
    client, payment = load_client(client_id) or abort(404), _load(client_id, payment_id)
    other = load_client(whole(request.form.get("to", "")) or 0) or abort(422, "Choose the client whose payment it is.")
    try:
        moved = till.move(payment, other, "It was the payment of another client", by=user())
    except AlreadyReversed as error:
        flash(f"{error}.", "stop")
        return redirect(url_for("client_money.show", client_id=client.id), 303)
    undo = url_for("payment_reversals.create", client_id=other.id, payment_id=moved.id)
    flash({"text": f"{taken_words(moved)} It is {other.name}’s now.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("client_money.show", client_id=other.id, taken=moved.id), 303)


def _load(client_id: int, payment_id: int) -> Payment:
    """A payment that came in; money given back is the owner's to take back."""
    payment = load_payment(client_id, payment_id)
    return payment if payment and payment.amount > 0 else abort(404)


def _page(client: Client, payment: Payment, form: ReversalForm) -> str:
    text = request.args.get("name", "").strip()[:120]
    others = [one for one in find(text, FOUND) if one.id != client.id] if text else []
    return render_template(
        "money/reversal.html",
        client=client,
        payment=payment,
        form=form,
        text=text,
        others=others,
        gone=taken_back(payment.id) or payment.reverses_id is not None,
    )
