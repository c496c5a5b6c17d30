"""Withdrawing a quote, and letting it hold again."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..models.clients import load_client
from ..models.sales.quotes import load_quote
from ..operations.sales import quotes
from ..web.access import signed_in, user
from ..web.blind import open_blind

bp = Blueprint("quote_withdrawals", __name__, url_prefix="/clients/<int:client_id>/quotes/<int:quote_id>")


@bp.post("/withdrawal")
@signed_in
@open_blind
def create(client_id: int, quote_id: int) -> ResponseReturnValue:
    client, quote = load_client(client_id) or abort(404), load_quote(client_id, quote_id) or abort(404)
    quotes.withdraw(quote, client, by=user())
    undo = url_for(".delete", client_id=client_id, quote_id=quote_id)
    flash({"text": f"Quote {quote.code} is withdrawn.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("quotes.show", client_id=client_id, quote_id=quote_id), 303)


@bp.post("/return")
@signed_in
@open_blind
def delete(client_id: int, quote_id: int) -> ResponseReturnValue:
    client, quote = load_client(client_id) or abort(404), load_quote(client_id, quote_id) or abort(404)
    quotes.restore(quote, client, by=user())
    flash(f"Quote {quote.code} holds again.")
    return redirect(url_for("quotes.show", client_id=client_id, quote_id=quote_id), 303)
