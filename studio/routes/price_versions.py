"""The next version of something on the price list, and taking one back that has not begun."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.prices import OfferForm
from ..models.sales.offers import Offer
from ..models.sales.price_list import load_offer, load_version, versions_of
from ..operations.sales import prices
from ..web.access import owner_only, user
from ..web.filters import day
from ..web.setup_first import studio

bp = Blueprint("price_versions", __name__, url_prefix="/prices/<int:offer_id>/versions")


@bp.get("/new")
@owner_only
def new(offer_id: int) -> ResponseReturnValue:
    offer = load_offer(offer_id) or abort(404)
    return _page(offer, OfferForm.of(versions_of(offer_id)[0]))


@bp.post("")
@owner_only
def create(offer_id: int) -> ResponseReturnValue:
    offer = load_offer(offer_id) or abort(404)
    form = OfferForm()
    if not form.validate_on_submit():
        return _page(offer, form), 422
    try:
        version = prices.change(offer, form.terms(), form.validity, by=user())
    except prices.Unchanged:
        flash("Nothing was different, so nothing was saved.")
    else:
        flash(f"{version.terms.name}: saved. It holds from {day(version.valid_from)}.")
    return redirect(url_for("prices.show", offer_id=offer_id), 303)


@bp.post("/<int:number>/removal")
@owner_only
def delete(offer_id: int, number: int) -> ResponseReturnValue:
    version = load_version(offer_id, number) or abort(404)
    try:
        kept = prices.take_back(version, by=user())
    except prices.Begun:
        flash("It has begun, so it stays. Save a new version in its place.")
        kept = True
    else:
        flash("It is taken back.")
    return redirect(url_for("prices.show", offer_id=offer_id) if kept else url_for("prices.index"), 303)


def _page(offer: Offer, form: OfferForm) -> str:
    return render_template("prices/edit.html", form=form, offer=offer, currency=studio().currency)
