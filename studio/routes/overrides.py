"""Asking for the reason before an excluded exercise is used all the same."""

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.prescriptions import OverrideForm
from ..models.library import against
from ..models.programmes import load_programme
from ..models.tables import in_use
from ..operations.programmes import NeedsReason
from ..web import builder
from ..web.access import coaches

bp = Blueprint("overrides", __name__, url_prefix="/programmes/<int:programme_id>/overrides")

# What the reason is for: a new line, another exercise in the place of `line`, or the parked `line` brought back.
ENDPOINTS = {"add": "prescriptions.create", "swap": "swaps.create", "return": "parkings.delete"}


@bp.get("/new")
@coaches
def new(programme_id: int) -> ResponseReturnValue:
    programme = load_programme(programme_id) or abort(404)
    draft = programme.draft or abort(404)
    exercise = in_use().exercises.get(request.args.get("exercise", "")) or abort(404)
    endpoint = ENDPOINTS.get(request.args.get("to", "")) or abort(404)
    line = {} if endpoint == "prescriptions.create" else {"prescription_id": request.args.get("line", 0, type=int)}
    action = url_for(endpoint, programme_id=programme_id, **line)  # type: ignore[arg-type]
    question = NeedsReason(draft, exercise.id, against(draft, exercise.id))
    return builder.ask_for_reason(question, OverrideForm(), action, status=200)
