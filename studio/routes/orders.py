"""The place of a line in its phase."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from ..operations import programmes
from ..web import builder
from ..web.access import coaches, user

bp = Blueprint("orders", __name__, url_prefix="/programmes/<int:programme_id>/prescriptions")
builder.refuses(bp)


@bp.post("/<int:prescription_id>/order")
@coaches
def update(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.line_or_404(programme_id, prescription_id)
    match request.form.get("direction"):
        case "up":
            programmes.move(row, "up", seen=builder.seen(), by=user())
        case "down":
            programmes.move(row, "down", seen=builder.seen(), by=user())
        case _:
            abort(422, "Say up or down.")
    return builder.changed(row.version, "Moved")
