"""Letters to clinicians: what waits, what is gone, and one of them."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.letters import texts_form
from ..models.letter_lists import gone_letters, letters_waiting, on_time, waiting_letters
from ..operations.events import record_view
from ..operations.letters import releasing
from ..web.access import coaches, user, visit
from ..web.blind import not_to_see
from ..web.filters import today
from ..web.htmx import wants_fragment
from ..web.letters import letter_page, the_letter
from ..web.setup_first import studio

bp = Blueprint("letters", __name__, url_prefix="/letters")


@bp.get("")
@coaches
def index() -> ResponseReturnValue:
    hidden = not_to_see()
    return render_template(
        "letters/index.html",
        waiting=[one for one in waiting_letters() if one.client_id not in hidden],
        gone=[one for one in gone_letters() if one.client_id not in hidden],
        figures=on_time(today()),
    )


@bp.get("/waiting")
@coaches
def waiting() -> ResponseReturnValue:
    """Two numbers, for the page of today."""
    if not wants_fragment():
        return redirect(url_for("letters.index"))
    return render_template("letters/_waiting.html", letters=letters_waiting(today()))


@bp.get("/<int:letter_id>")
@coaches
def show(letter_id: int) -> ResponseReturnValue:
    letter = the_letter(letter_id)
    if letter.client:
        record_view(letter.client, by=user(), visit=visit())
    return letter_page(letter)


@bp.post("/<int:letter_id>")
@coaches
def update(letter_id: int) -> ResponseReturnValue:
    letter = the_letter(letter_id)
    form = texts_form(letter.kind)
    if not form.validate_on_submit():
        return letter_page(letter, form), 422
    try:
        releasing.reword(letter, form.words(), seen=form.seen.data or "", studio=studio(), by=user())
    except releasing.Stale:
        form.seen.data = releasing.mark_of(letter)
        return letter_page(letter, form, problem="stale"), 409
    except releasing.Closed:
        return letter_page(letter, problem="closed"), 409
    flash("The letter is saved.")
    return redirect(url_for("letters.show", letter_id=letter.id), 303)
