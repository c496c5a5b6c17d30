"""The exercise library: search it, read one exercise."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from ..forms.exercises import SearchForm
from ..models.exercise_view import exercise_view, page_of
from ..models.tables import in_use
from ..web.access import coaches
from ..web.htmx import aims_at

bp = Blueprint("exercises", __name__, url_prefix="/exercises")


@bp.get("")
@coaches
def index() -> ResponseReturnValue:
    form = SearchForm()
    page = page_of(form.found(), request.args.get("page", default=1, type=int))
    template = "exercises/_results.html" if aims_at("exercise-results") else "exercises/index.html"
    return render_template(template, form=form, page=page)


@bp.get("/<string:exercise_id>")
@coaches
def show(exercise_id: str) -> ResponseReturnValue:
    drill = in_use().exercises.get(exercise_id) or abort(404)
    return render_template("exercises/show.html", view=exercise_view(drill))
