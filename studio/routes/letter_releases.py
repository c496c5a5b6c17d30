"""Releasing a letter: from now on it says what it says."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..operations.letters import releasing
from ..web.access import coaches, user
from ..web.letters import letter_page, the_letter
from ..web.setup_first import studio

bp = Blueprint("letter_releases", __name__, url_prefix="/letters/<int:letter_id>/release")


@bp.post("")
@coaches
def create(letter_id: int) -> ResponseReturnValue:
    letter = the_letter(letter_id)
    try:
        releasing.release(letter, studio=studio(), by=user())
    except releasing.Unread:
        return letter_page(letter, problem="unread"), 409
    except releasing.Closed:
        return letter_page(letter, problem="closed"), 409
    undo = url_for("letter_releases.delete", letter_id=letter.id)
    flash({"text": "The letter is released.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("letters.show", letter_id=letter.id), 303)


@bp.post("/undo")
@coaches
def delete(letter_id: int) -> ResponseReturnValue:
    letter = the_letter(letter_id)
    try:
        releasing.take_back(letter, by=user())
    except releasing.Closed:
        return letter_page(letter, problem="closed"), 409
    flash("It is a draft again.")
    return redirect(url_for("letters.show", letter_id=letter.id), 303)
