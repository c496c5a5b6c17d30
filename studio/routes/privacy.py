"""The privacy notice, for everybody to read and to print."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from ..models.texts import current, in_parts
from ..web.access import public
from ..web.setup_first import studio

bp = Blueprint("privacy", __name__)


@bp.get("/privacy")
@public
def show() -> ResponseReturnValue:
    wording = current("privacy")
    return render_template("privacy/show.html", wording=wording, parts=in_parts(wording.body, studio()))
