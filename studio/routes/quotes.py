"""Quotes for a client: two packages side by side, printed, and withdrawn."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..models.clients import Client, load_client
from ..models.papers import quote_paper
from ..models.sales.quotes import Quote, load_quote, quotes_of, sold_from
from ..operations.sales import quotes
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.filters import today
from ..web.paper import answers_with_paper, inline
from ..web.quotes import quoting
from ..web.setup_first import studio

bp = Blueprint("quotes", __name__, url_prefix="/clients/<int:client_id>/quotes")
answers_with_paper(bp)


@bp.get("")
@signed_in
@open_blind
def index(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    return render_template("quotes/index.html", client=client, quotes=quotes_of(client_id))


@bp.get("/new")
@signed_in
@open_blind
def new(client_id: int) -> ResponseReturnValue:
    return quoting(load_client(client_id) or abort(404)).page()


@bp.post("")
@signed_in
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    now = quoting(load_client(client_id) or abort(404))
    form = now.form
    if not form.versions or not form.validate_on_submit():
        return now.page(), 422
    given = quotes.give(
        now.client,
        now.choices,
        on=today(),
        valid_until=form.valid_until.data or today(),
        note=form.note.data or "",
        size=form.print_size,
        studio=studio(),
        by=user(),
    )
    flash(f"Quote {given.code} is saved. It holds until the day you chose.")
    return redirect(url_for("quotes.show", client_id=client_id, quote_id=given.id), 303)


@bp.get("/<int:quote_id>")
@signed_in
@open_blind
def show(client_id: int, quote_id: int) -> ResponseReturnValue:
    client, quote = _load(client_id, quote_id)
    sold = sold_from(quote.id)
    return render_template("quotes/show.html", client=client, quote=quote, choices=quote.offered, sold=sold)


@bp.get("/<int:quote_id>/paper")
@signed_in
@open_blind
def paper(client_id: int, quote_id: int) -> ResponseReturnValue:
    client, quote = _load(client_id, quote_id)
    return inline(quote_paper(quote.id) or abort(404), client)


def _load(client_id: int, quote_id: int) -> tuple[Client, Quote]:
    return load_client(client_id) or abort(404), load_quote(client_id, quote_id) or abort(404)
