"""What the clinician wrote back, noted or taken back."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.refer_outs import LetterForm, ReplyForm
from ..models.refer_outs import load_refer_out
from ..operations import refer_outs
from ..web.access import coaches, user
from ..web.refer_outs import letter_page

bp = Blueprint("refer_out_replies", __name__, url_prefix="/refer-outs/<int:refer_out_id>")


@bp.post("/reply")
@coaches
def create(refer_out_id: int) -> ResponseReturnValue:
    row = load_refer_out(refer_out_id) or abort(404)
    form = ReplyForm()
    if not form.validate_on_submit():
        return letter_page(row, LetterForm.of(row), form), 422
    refer_outs.answer(row, form.what, by=user())
    flash("The answer is noted.")
    return redirect(url_for("refer_outs.show", refer_out_id=row.id), 303)


@bp.post("/reply/removal")
@coaches
def delete(refer_out_id: int) -> ResponseReturnValue:
    row = load_refer_out(refer_out_id) or abort(404)
    refer_outs.reopen(row, by=user())
    flash("The answer is taken back. The letter waits again.")
    return redirect(url_for("refer_outs.show", refer_out_id=row.id), 303)
