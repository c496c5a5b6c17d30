"""Exercises that the studio writes itself."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..ces.exercises import Exercise
from ..forms.own_exercises import KindForm, OwnExerciseForm, own_form
from ..models.adjustments import everything
from ..models.exercise_view import exercise_view
from ..models.own_exercises import KINDS, Kind, begin, copied, kind_of, row_of
from ..models.table_exercises import row_payload
from ..models.tables import in_use
from ..operations.adjustments import Refused, Stale, tried
from ..operations.table_changes import new_id, put_own
from ..web.access import owner_only, user
from ..web.table_changes import refuse, say_done

bp = Blueprint("own_exercises", __name__, url_prefix="/settings/tables/own-exercises")


@bp.get("/new")
@owner_only
def new() -> ResponseReturnValue:
    like = in_use().exercises.get(request.args.get("like", ""))
    kind = kind_of(like.phase, like.dose.mode) if like else KINDS.get(request.args.get("kind", ""))
    if kind is None:
        return render_template("tables/kinds.html", form=KindForm(), notes={one.id: one.note for one in KINDS.values()})
    row = copied(like) if like else begin(kind)
    return _page(own_form(kind, row, like), kind, like, action=_address("create", kind, like))


@bp.post("")
@owner_only
def create() -> ResponseReturnValue:
    like = in_use().exercises.get(request.args.get("like", ""))
    kind = KINDS.get(request.args.get("kind", "")) or abort(404)
    form = own_form(kind, begin(kind), like)
    return _save(form, kind, like, "", action=_address("create", kind, like))


@bp.get("/<string:exercise_id>/edit")
@owner_only
def edit(exercise_id: str) -> ResponseReturnValue:
    drill, kind, row = _load(exercise_id)
    return _page(own_form(kind, row, drill, drill.name), kind, drill, action=_address("update", exercise_id=drill.id))


@bp.post("/<string:exercise_id>")
@owner_only
def update(exercise_id: str) -> ResponseReturnValue:
    drill, kind, row = _load(exercise_id)
    form = own_form(kind, row, drill, drill.name)
    return _save(form, kind, drill, drill.id, action=_address("update", exercise_id=drill.id))


def _load(exercise_id: str) -> tuple[Exercise, Kind, dict[str, Any]]:
    row = row_payload(everything(), exercise_id) or abort(404)
    drill = in_use().exercises.get(exercise_id) or abort(404)
    return drill, kind_of(drill.phase, drill.dose.mode) or abort(404), row


def _save(form: OwnExerciseForm, kind: Kind, like: Exercise | None, known: str, *, action: str) -> ResponseReturnValue:
    """Save it, or show with `preview` what it would look like."""
    preview = bool(request.form.get("preview"))
    if not form.validate_on_submit():
        return _page(form, kind, like, action=action), 422
    row = row_of(kind, form.answers(), like)
    exercise_id = known or new_id(row["name"])
    try:
        if preview:
            view = exercise_view(tried(exercise_id, row))
            return _page(form, kind, like, action=action, preview=view)
        made = put_own(exercise_id, row, reason=form.reason.data or "", by=user())
    except (Refused, Stale) as error:
        status = refuse(form, error)
        return _page(form, kind, like, action=action), status
    say_done(f"{row['name']} is in the library.", [made])
    return redirect(url_for("exercises.show", exercise_id=exercise_id), 303)


def _address(what: str, kind: Kind | None = None, like: Exercise | None = None, **values: str) -> str:
    return url_for(f"own_exercises.{what}", kind=kind and kind.id, like=like and like.id, **values)  # type: ignore[arg-type]


def _page(form: OwnExerciseForm, kind: Kind, like: Exercise | None, *, action: str, preview: Any = None) -> str:
    return render_template("tables/own_exercise.html", form=form, kind=kind, like=like, action=action, preview=preview)
