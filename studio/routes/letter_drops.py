"""A letter that is not sent, with the reason."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.letters import DropForm
from ..operations.letters import releasing
from ..web.access import coaches, user
from ..web.letters import letter_page, the_letter

bp = Blueprint("letter_drops", __name__, url_prefix="/letters/<int:letter_id>/drop")


@bp.post("")
@coaches
def create(letter_id: int) -> ResponseReturnValue:
    letter, form = the_letter(letter_id), DropForm()
    if not form.validate_on_submit():
        return letter_page(letter, drop=form), 422
    try:
        releasing.drop(letter, form.reason.data or "", by=user())
    except releasing.Closed:
        return letter_page(letter, problem="closed"), 409
    undo = url_for("letter_drops.delete", letter_id=letter.id)
    flash({"text": "The letter is dropped.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("letters.index"), 303)


@bp.post("/undo")
@coaches
def delete(letter_id: int) -> ResponseReturnValue:
    letter = the_letter(letter_id)
    releasing.pick_up(letter, by=user())
    flash("The letter is taken up again.")
    return redirect(url_for("letters.show", letter_id=letter.id), 303)
