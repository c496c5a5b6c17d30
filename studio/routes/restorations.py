"""A removed line put back: what Undo posts."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from ..operations import programmes
from ..web import builder
from ..web.access import coaches, user

bp = Blueprint("restorations", __name__, url_prefix="/programmes/<int:programme_id>/prescriptions")
builder.refuses(bp)


@bp.post("/<int:prescription_id>/restoration")
@coaches
def create(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.line_or_404(programme_id, prescription_id)
    programmes.restore(row, seen=builder.seen(), by=user())
    return builder.changed(row.version, "The line is back")
