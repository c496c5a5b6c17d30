"""A draft that a coach has worked on, started again from a newer assessment."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..models.cases import newest_findings
from ..models.programmes import load_programme
from ..operations import programmes
from ..web import builder
from ..web.access import coaches, user

bp = Blueprint("fresh_starts", __name__, url_prefix="/programmes/<int:programme_id>/fresh-start")
builder.refuses(bp)


@bp.post("")
@coaches
def create(programme_id: int) -> ResponseReturnValue:
    programme = load_programme(programme_id) or abort(404)
    draft = programme.draft or abort(404)
    newest = newest_findings(programme.client_id) or abort(404)
    programmes.start_again(draft, newest, seen=builder.seen(), by=user())
    return builder.changed(
        draft, "Started again from the newest assessment", builder.undo("fresh_starts.delete", draft)
    )


@bp.post("/undo")
@coaches
def delete(programme_id: int) -> ResponseReturnValue:
    programme = load_programme(programme_id) or abort(404)
    draft = programme.draft or abort(404)
    programmes.go_back(draft, seen=builder.seen(), by=user())
    return builder.changed(draft, "Your lines are back")
