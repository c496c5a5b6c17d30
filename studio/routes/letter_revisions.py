"""A released letter begun anew: the next revision of it."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..operations.letters import releasing
from ..web.access import coaches, user
from ..web.letters import letter_page, the_letter

bp = Blueprint("letter_revisions", __name__, url_prefix="/letters/<int:letter_id>/revisions")


@bp.post("")
@coaches
def create(letter_id: int) -> ResponseReturnValue:
    letter = the_letter(letter_id)
    try:
        releasing.revise(letter, by=user())
    except releasing.Closed:
        return letter_page(letter, problem="closed"), 409
    flash("A new revision is begun. What went out before stays on file.")
    return redirect(url_for("letters.show", letter_id=letter.id), 303)
