"""The exercises of the tables: in use or not, with which default dose."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..ces.exercises import Exercise
from ..forms.tables import OFF, ExerciseForm, SearchForm, exercise_form
from ..models.adjustments import everything
from ..models.table_exercises import came_dose, page_of, row_of, row_payload
from ..models.tables import in_use
from ..operations.adjustments import Refused, Stale
from ..operations.table_changes import put_exercise
from ..web.access import owner_only, user
from ..web.converters import number_from
from ..web.table_changes import refuse, say_done

bp = Blueprint("table_exercises", __name__, url_prefix="/settings/tables/exercises")


@bp.get("")
@owner_only
def index() -> ResponseReturnValue:
    form = SearchForm()
    page = page_of(everything(), *form.wanted, number_from("page") or 1)
    return render_template("tables/exercises.html", page=page, form=form)


@bp.get("/<string:exercise_id>")
@owner_only
def edit(exercise_id: str) -> ResponseReturnValue:
    drill = in_use().exercises.get(exercise_id) or abort(404)
    return _page(drill, exercise_form(drill))


@bp.post("/<string:exercise_id>")
@owner_only
def update(exercise_id: str) -> ResponseReturnValue:
    drill = in_use().exercises.get(exercise_id) or abort(404)
    form = exercise_form(drill)
    if not form.validate_on_submit():
        return _page(drill, form), 422
    try:
        used, reason = form.used.data != OFF, form.reason.data or ""
        changed = put_exercise(drill.id, used=used, dose=form.dose(drill), reason=reason, by=user())
    except (Refused, Stale) as error:
        status = refuse(form, error)
        return _page(drill, form), status
    say_done(f"{drill.name} is saved.", changed)
    return redirect(url_for("table_exercises.index"), 303)


def _page(drill: Exercise, form: ExerciseForm) -> str:
    rows = everything()
    taken_back = drill.own and not any(row.target == drill.id and row.undone_at is None for row in rows)
    return render_template(
        "tables/exercise.html",
        drill=drill,
        row=row_of(drill, set()),
        came=came_dose(drill),
        own=row_payload(rows, drill.id),
        taken_back=taken_back,
        form=form,
    )
