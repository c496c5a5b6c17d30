"""What is sold no longer, and bringing it back."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..models.sales.price_list import load_offer
from ..operations.sales import prices
from ..web.access import owner_only, user

bp = Blueprint("price_archives", __name__, url_prefix="/prices/<int:offer_id>")


@bp.post("/archive")
@owner_only
def create(offer_id: int) -> ResponseReturnValue:
    prices.archive(load_offer(offer_id) or abort(404), by=user())
    flash({"text": "It is off the list. What was sold goes on.", "undo_url": url_for(".delete", offer_id=offer_id)})  # type: ignore[arg-type]
    return redirect(url_for("prices.index"), 303)


@bp.post("/return")
@owner_only
def delete(offer_id: int) -> ResponseReturnValue:
    prices.restore(load_offer(offer_id) or abort(404), by=user())
    flash("It is on the list again.")
    return redirect(url_for("prices.show", offer_id=offer_id), 303)
