"""Sending a refer-out letter to a therapist."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..models.refer_outs import load_refer_out
from ..models.therapists import load_therapist
from ..numbers import whole
from ..operations.letters import carrying
from ..web.access import coaches, user
from ..web.setup_first import studio

bp = Blueprint("refer_out_sendings", __name__, url_prefix="/refer-outs/<int:refer_out_id>")


@bp.post("/sending")
@coaches
def create(refer_out_id: int) -> ResponseReturnValue:
    row = load_refer_out(refer_out_id) or abort(404)
    therapist = load_therapist(whole(request.form.get("therapist", "")) or 0)
    if therapist is None:
        flash("Choose who it goes to.", "stop")
        return redirect(url_for("refer_outs.show", refer_out_id=row.id), 303)
    try:
        letter = carrying.carry(row, therapist, studio=studio(), by=user())
    except carrying.Emergency:
        flash("An emergency does not wait for a mail. Print the letter and hand it to who comes.", "stop")
        return redirect(url_for("refer_outs.show", refer_out_id=row.id), 303)
    return redirect(url_for("letters.show", letter_id=letter.id), 303)
