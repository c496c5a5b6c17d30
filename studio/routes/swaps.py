"""Another exercise in a line's place, and the way back."""

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.prescriptions import OverrideForm
from ..models.library import options
from ..models.tables import in_use
from ..operations import programmes
from ..web import builder
from ..web.access import coaches, user
from ..web.htmx import wants_fragment

bp = Blueprint("swaps", __name__, url_prefix="/programmes/<int:programme_id>/prescriptions/<int:prescription_id>")
builder.refuses(bp)


@bp.get("/swap")
@coaches
def new(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.draft_line_or_404(programme_id, prescription_id)
    template = "programmes/_swap.html" if wants_fragment() else "programmes/swap.html"
    return render_template(template, row=row, drill=in_use().exercises[row.exercise], options=options(row))


@bp.post("/swap")
@coaches
def create(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.line_or_404(programme_id, prescription_id)
    exercise = in_use().exercises.get(request.form.get("exercise", "")) or abort(404)
    form = OverrideForm()
    try:
        new_row = programmes.swap(row, exercise.id, reason=form.given(), seen=builder.seen(), by=user())
    except programmes.NeedsReason as error:
        action = url_for(".create", programme_id=programme_id, prescription_id=prescription_id)
        return builder.ask_for_reason(error, form, action)
    undo = builder.undo("swaps.delete", new_row.version, new_row)
    return builder.changed(new_row.version, f"Swapped for {exercise.name}", undo)


@bp.post("/swap-back")
@coaches
def delete(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.line_or_404(programme_id, prescription_id)
    programmes.take_back(row, seen=builder.seen(), by=user())
    return builder.changed(row.version, "Taken back")
