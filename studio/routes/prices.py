"""The price list: everybody may read it, the owner changes it."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from ..models.sales.price_list import whole_list
from ..web.access import signed_in
from ..web.filters import today
from ..web.prices import by_kind

bp = Blueprint("prices", __name__, url_prefix="/prices")


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    every = whole_list(today())
    return render_template(
        "prices/index.html",
        kinds=by_kind([one for one in every if not one.offer.archived_at]),
        archived=[one for one in every if one.offer.archived_at],
    )
