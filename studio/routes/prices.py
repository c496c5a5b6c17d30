"""The price list: everybody may read it, the owner changes it."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.prices import OfferForm
from ..models.books.trade import the_trade
from ..models.sales.price_list import holds_on, load_offer, only_begun_with, versions_of, whole_list
from ..operations.sales import prices
from ..web.access import owner_only, signed_in, user
from ..web.filters import today
from ..web.prices import by_kind, may_be_foreign
from ..web.setup_first import studio

bp = Blueprint("prices", __name__, url_prefix="/prices")


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    every = whole_list(today())
    return render_template(
        "prices/index.html",
        kinds=by_kind([one for one in every if not one.offer.archived_at]),
        archived=[one for one in every if one.offer.archived_at],
        unchecked=bool(every) and may_be_foreign() and only_begun_with(),
    )


@bp.get("/<int:offer_id>")
@signed_in
def show(offer_id: int) -> ResponseReturnValue:
    offer = load_offer(offer_id) or abort(404)
    versions = versions_of(offer_id)
    return render_template("prices/show.html", offer=offer, versions=versions, holds=holds_on(versions, today()))


@bp.get("/new")
@owner_only
def new() -> ResponseReturnValue:
    return render_template("prices/edit.html", form=OfferForm.new(the_trade()), offer=None, currency=studio().currency)


@bp.post("")
@owner_only
def create() -> ResponseReturnValue:
    form = OfferForm()
    if form.validate_on_submit():
        try:
            offer = prices.add(form.terms(), form.validity, code=form.code.data or "", by=user())
        except prices.CodeTaken:
            form.code.errors = ["Another thing has this short name. Choose another"]
        else:
            flash(f"{form.name.data} is on the list.")
            return redirect(url_for("prices.show", offer_id=offer.id), 303)
    return render_template("prices/edit.html", form=form, offer=None, currency=studio().currency), 422
