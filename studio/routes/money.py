"""The place “Money”: who owes what and since when."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from ..models.books.aging import SPANS, aging
from ..models.books.trade import the_trade
from ..models.studios import studio_today
from ..web.converters import number_from
from ..web.desk import desk
from ..web.setup_first import studio

bp = Blueprint("money", __name__, url_prefix="/money")


@bp.get("")
@desk
def index() -> ResponseReturnValue:
    skip = number_from("after") or 0
    page = aging(studio_today(), studio().currency, skip=skip)
    return render_template("money/index.html", page=page, spans=SPANS, steps=the_trade().reminder_days, later=skip > 0)
