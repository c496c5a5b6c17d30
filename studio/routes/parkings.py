"""Lines that wait, in the open, for a later version."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from ..forms.prescriptions import OverrideForm
from ..models.tables import in_use
from ..operations import programmes
from ..web import builder
from ..web.access import coaches, user

bp = Blueprint("parkings", __name__, url_prefix="/programmes/<int:programme_id>/prescriptions/<int:prescription_id>")
builder.refuses(bp)


@bp.post("/parking")
@coaches
def create(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.line_or_404(programme_id, prescription_id)
    programmes.park(row, seen=builder.seen(), by=user())
    name = in_use().exercises[row.exercise].name
    return builder.changed(row.version, f"{name} parked", builder.undo("parkings.delete", row.version, row))


@bp.post("/return")
@coaches
def delete(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.line_or_404(programme_id, prescription_id)
    form, parked = OverrideForm(), row.parked
    try:
        programmes.bring_back(row, reason=form.given(), seen=builder.seen(), by=user())
    except programmes.NeedsReason as error:
        action = url_for(".delete", programme_id=programme_id, prescription_id=prescription_id)
        return builder.ask_for_reason(error, form, action)
    name = in_use().exercises[row.exercise].name
    if not parked:
        return builder.changed(row.version, f"{name} stays on the sheet")
    return builder.changed(row.version, f"{name} brought back", builder.undo("parkings.create", row.version, row))
