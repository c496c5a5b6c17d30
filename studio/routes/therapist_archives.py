"""Putting a therapist's record away, and bringing it back."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..models.therapists import load_therapist
from ..operations.therapists import archive, restore
from ..web.access import signed_in, user

bp = Blueprint("therapist_archives", __name__, url_prefix="/therapists/<int:therapist_id>")


@bp.post("/archive")
@signed_in
def create(therapist_id: int) -> ResponseReturnValue:
    therapist = load_therapist(therapist_id) or abort(404)
    archive(therapist, by=user())
    undo = url_for("therapist_archives.delete", therapist_id=therapist.id)
    flash({"text": f"{therapist.name} is archived. Nothing is lost.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("therapists.index"), 303)


@bp.post("/restore")
@signed_in
def delete(therapist_id: int) -> ResponseReturnValue:
    therapist = load_therapist(therapist_id) or abort(404)
    restore(therapist, by=user())
    flash(f"{therapist.name} is back in the directory.")
    return redirect(url_for("therapists.show", therapist_id=therapist.id), 303)
