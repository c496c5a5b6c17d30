"""The picture of an exercise for a side: of a drawn person, so a browser may keep it."""

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from ..web.access import signed_in
from ..web.assets import YEAR
from ..web.pictures import fingerprint, picture_file

bp = Blueprint("pictures", __name__, url_prefix="/pictures")


@bp.get("/<string:exercise_id>/<any(both,left,right):side>/<any(all,last):panels>.svg")
@signed_in
def show(exercise_id: str, side: str, panels: str) -> ResponseReturnValue:
    drawn = picture_file(exercise_id, side, panels) or abort(404)
    answer = Response(drawn, mimetype="image/svg+xml")
    if request.args.get("v") == fingerprint():
        # For this browser alone: it is behind the sign-in like every page.
        answer.headers["Cache-Control"] = f"private, max-age={YEAR}, immutable"
    return answer
