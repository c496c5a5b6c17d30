"""The picture of an exercise for a side: of a drawn person, so a browser may keep it."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..web.access import signed_in
from ..web.pictures import drawn, picture_file

bp = Blueprint("pictures", __name__, url_prefix="/pictures")


@bp.get("/<string:exercise_id>/<any(both,left,right):side>/<any(all,last):panels>.svg")
@signed_in
def show(exercise_id: str, side: str, panels: str) -> ResponseReturnValue:
    return drawn(picture_file(exercise_id, side, panels) or abort(404))
