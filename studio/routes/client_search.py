"""What the search box at the top shows while somebody types."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from ..models.client_search import find
from ..web.access import signed_in

bp = Blueprint("client_search", __name__, url_prefix="/clients")

FEW = 8


@bp.get("/search")
@signed_in
def show() -> ResponseReturnValue:
    text = request.args.get("q", "").strip()
    found = find(text, FEW + 1)
    return render_template("clients/_found.html", text=text, clients=found[:FEW], more=len(found) > FEW)
