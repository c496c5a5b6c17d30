"""“Looks wrong”: a coach's note about a picture, settled when somebody has seen to it."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.picture_notes import PictureNoteForm
from ..models.gallery_view import picture_view
from ..models.picture_notes import PictureNote, load_picture_note
from ..models.tables import in_use
from ..operations import picture_notes
from ..web.access import coaches, user

bp = Blueprint("picture_notes", __name__, url_prefix="/gallery/<string:exercise_id>/notes")


@bp.post("")
@coaches
def create(exercise_id: str) -> ResponseReturnValue:
    drill = in_use().exercises.get(exercise_id) or abort(404)
    view = picture_view(drill) or abort(404)
    form = PictureNoteForm()
    if not form.validate_on_submit():
        return render_template("gallery/show.html", view=view, form=form), 422
    picture_notes.add(drill.id, form.words.data or "", by=user())
    flash("Thank you. The note stands beside the picture until somebody has seen to it.")
    return _back(exercise_id)


@bp.post("/<int:note_id>/settlement")
@coaches
def settle(exercise_id: str, note_id: int) -> ResponseReturnValue:
    picture_notes.settle(_load(exercise_id, note_id), by=user())
    undo = url_for("picture_notes.open_again", exercise_id=exercise_id, note_id=note_id)
    flash({"text": "The note is settled.", "undo_url": undo})  # type: ignore[arg-type]
    return _back(exercise_id)


@bp.post("/<int:note_id>/settlement/undo")
@coaches
def open_again(exercise_id: str, note_id: int) -> ResponseReturnValue:
    picture_notes.open_again(_load(exercise_id, note_id), by=user())
    flash("The note is open again.")
    return _back(exercise_id)


def _load(exercise_id: str, note_id: int) -> PictureNote:
    return load_picture_note(exercise_id, note_id) or abort(404)


def _back(exercise_id: str) -> ResponseReturnValue:
    return redirect(url_for("gallery.show", exercise_id=exercise_id), 303)
