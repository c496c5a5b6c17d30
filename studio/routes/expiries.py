"""Packages whose last day comes with sessions left: told four weeks ahead, and again at two."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from ..models.sales.going import expiring
from ..models.studios import studio_today
from ..web.access import signed_in
from ..web.htmx import wants_fragment

bp = Blueprint("expiries", __name__, url_prefix="/expiries")

FEW = 5


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    """All of them; as a part of Today the soonest."""
    found = expiring(studio_today())
    template = "expiries/_today.html" if wants_fragment() else "expiries/index.html"
    return render_template(template, found=found[:FEW] if wants_fragment() else found, count=len(found))
