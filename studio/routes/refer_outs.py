"""A refer-out: why, the letter's words, and what came back."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.refer_outs import LetterForm, ReplyForm
from ..models.refer_outs import load_refer_out
from ..operations import refer_outs
from ..operations.events import record_view
from ..web.access import coaches, user, visit
from ..web.refer_outs import letter_page

bp = Blueprint("refer_outs", __name__, url_prefix="/refer-outs/<int:refer_out_id>")


@bp.get("")
@coaches
def show(refer_out_id: int) -> ResponseReturnValue:
    row = load_refer_out(refer_out_id) or abort(404)
    record_view(row.client, by=user(), visit=visit())
    return letter_page(row, LetterForm.of(row), ReplyForm())


@bp.post("")
@coaches
def update(refer_out_id: int) -> ResponseReturnValue:
    row = load_refer_out(refer_out_id) or abort(404)
    form = LetterForm()
    if not form.validate_on_submit():
        return letter_page(row, form, ReplyForm(formdata=None)), 422
    try:
        refer_outs.reword(row, form.words(), form.accepts, seen=form.seen.data or 0, by=user())
    except refer_outs.Stale:
        form.seen.data = row.revision
        return letter_page(row, form, ReplyForm(formdata=None), stale=True), 409
    flash("The letter is saved.")
    return redirect(url_for("refer_outs.show", refer_out_id=row.id), 303)
