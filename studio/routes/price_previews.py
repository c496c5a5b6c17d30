"""What a price comes to while it is being typed."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from ..forms.prices import OfferForm
from ..models.books.trade import the_trade
from ..web.access import owner_only

bp = Blueprint("price_previews", __name__, url_prefix="/prices/preview")


@bp.post("")
@owner_only
def create() -> ResponseReturnValue:
    form = OfferForm()
    form.validate()
    return render_template("prices/_preview.html", terms=form.so_far(), base=the_trade().base_session)
