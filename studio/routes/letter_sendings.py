"""A letter leaves the house, or is called back."""

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.letters import SendingForm
from ..operations import outbox
from ..operations.letters import releasing, sending
from ..web.access import coaches, user
from ..web.letters import letter_page, the_letter
from ..web.setup_first import studio

bp = Blueprint("letter_sendings", __name__, url_prefix="/letters/<int:letter_id>/sending")


@bp.post("")
@coaches
def create(letter_id: int) -> ResponseReturnValue:
    letter, form = the_letter(letter_id), SendingForm()
    if not form.validate_on_submit():
        return letter_page(letter, problem="how"), 422
    try:
        told = sending.leave(letter, form.how.data, studio=studio(), by=user())
    except sending.NotCovered:
        return letter_page(letter, problem="not_covered"), 409
    except sending.Unreachable:
        return letter_page(letter, problem="unreachable"), 409
    except releasing.Closed:
        return letter_page(letter, problem="closed"), 409
    undo = url_for("letter_sendings.delete", letter_id=letter.id)
    flash({"text": told, "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("letters.show", letter_id=letter.id), 303)


@bp.post("/undo")
@coaches
def delete(letter_id: int) -> ResponseReturnValue:
    letter = the_letter(letter_id)
    try:
        sending.call_back(letter, by=user())
    except outbox.TooLate:
        return letter_page(letter, problem="too_late"), 409
    flash("It is called back. The letter is still released.")
    return redirect(url_for("letters.show", letter_id=letter.id), 303)
