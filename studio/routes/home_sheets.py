"""The home sheet of an issued version, as it was printed the first time."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..models.papers import home_sheet_of
from ..models.programmes import load_version
from ..web.access import signed_in, user
from ..web.paper import answers_with_paper, inline

bp = Blueprint("home_sheets", __name__, url_prefix="/programmes/<int:programme_id>")
answers_with_paper(bp)


@bp.get("/versions/<int:number>.pdf")
@signed_in
def show(programme_id: int, number: int) -> ResponseReturnValue:
    version = load_version(programme_id, number) or abort(404)
    paper = home_sheet_of(version.id, photos=user().can_assess) or abort(404)  # photos are for coaches only
    return inline(paper, version.programme.client)
