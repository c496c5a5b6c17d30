"""That somebody has read a letter as it is."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..operations.letters import releasing
from ..web.access import coaches, user
from ..web.letters import letter_page, the_letter

bp = Blueprint("letter_readings", __name__, url_prefix="/letters/<int:letter_id>/reading")


@bp.post("")
@coaches
def create(letter_id: int) -> ResponseReturnValue:
    letter = the_letter(letter_id)
    try:
        releasing.read(letter, by=user())
    except releasing.Closed:
        return letter_page(letter, problem="closed"), 409
    undo = url_for("letter_readings.delete", letter_id=letter.id)
    flash({"text": "You have read it.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("letters.show", letter_id=letter.id), 303)


@bp.post("/undo")
@coaches
def delete(letter_id: int) -> ResponseReturnValue:
    letter = the_letter(letter_id)
    try:
        releasing.unread(letter, by=user())
    except releasing.Closed:
        return letter_page(letter, problem="closed"), 409
    flash("It counts as not read by you.")
    return redirect(url_for("letters.show", letter_id=letter.id), 303)
