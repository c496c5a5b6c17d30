"""What we saw and what we want of a finding, drawn: of a drawn person, so a browser may keep it."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..web.access import coaches
from ..web.finding_cards import card_file
from ..web.pictures import drawn

bp = Blueprint("finding_cards", __name__, url_prefix="/finding-cards")


@bp.get("/<string:compensation>/<any(none,both,left,right):side>/<any(mild,marked):severity>/<any(saw,want):which>.svg")
@coaches
def show(compensation: str, side: str, severity: str, which: str) -> ResponseReturnValue:
    return drawn(card_file(compensation, side, severity, which) or abort(404))
