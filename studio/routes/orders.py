"""The place of a line in its phase."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from ..numbers import whole
from ..operations import programmes
from ..web import builder
from ..web.access import coaches, user

bp = Blueprint("orders", __name__, url_prefix="/programmes/<int:programme_id>/prescriptions")
builder.refuses(bp)


@bp.post("/<int:prescription_id>/order")
@coaches
def update(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.line_or_404(programme_id, prescription_id)
    places = whole(request.form.get("places", "").removeprefix("-"))
    if not places:
        abort(422, "Say how many places the line moves.")
    up = request.form["places"].startswith("-")
    programmes.move(row, -places if up else places, seen=builder.seen(), by=user())
    return builder.changed(row.version, "Moved")
