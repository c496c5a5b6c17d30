"""The gallery: all pictures, searched like the library, with what measuring and coaches find wrong."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from ..forms.exercises import SearchForm
from ..forms.picture_notes import PictureNoteForm
from ..models.gallery_view import picture_view, wall
from ..models.picture_notes import noted_exercises
from ..models.tables import in_use
from ..web.access import coaches
from ..web.htmx import aims_at

bp = Blueprint("gallery", __name__, url_prefix="/gallery")


@bp.get("")
@coaches
def index() -> ResponseReturnValue:
    form, noted = SearchForm(), request.args.get("noted") == "y"
    kept = noted_exercises()
    found = [drill for drill in form.found() if not noted or drill.id in kept]
    page = wall(found, request.args.get("page", default=1, type=int))
    template = "gallery/_wall.html" if aims_at("gallery-wall") else "gallery/index.html"
    return render_template(template, form=form, page=page, noted=noted, all_noted=len(kept))


@bp.get("/<string:exercise_id>")
@coaches
def show(exercise_id: str) -> ResponseReturnValue:
    drill = in_use().exercises.get(exercise_id) or abort(404)
    return render_template("gallery/show.html", view=picture_view(drill) or abort(404), form=PictureNoteForm())
