"""An empty price list begun with the usual packages, once the owner has seen which."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..operations.sales import default_prices
from ..web.access import owner_only, user
from ..web.filters import today
from ..web.setup_first import studio

bp = Blueprint("price_starts", __name__, url_prefix="/prices/usual")


@bp.get("")
@owner_only
def new() -> ResponseReturnValue:
    return render_template("prices/start.html", usual=default_prices.usual_terms(studio()))


@bp.post("")
@owner_only
def create() -> ResponseReturnValue:
    try:
        made = default_prices.start(studio(), on=today(), by=user())
    except default_prices.AlreadyThere:
        flash("There are prices already, so nothing was added.")
    else:
        flash(f"{len(made)} packages are on the list. Change what does not fit.")
    return redirect(url_for("prices.index"), 303)
