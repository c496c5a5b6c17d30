"""Ending a precaution with its reason, and taking it up again."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.precautions import EndForm
from ..models.clients import load_client
from ..models.precaution_view import precaution_view
from ..models.precautions import load_precaution
from ..operations import precautions
from ..web.access import coaches, user
from ..web.blind import open_blind

bp = Blueprint("precaution_endings", __name__, url_prefix="/clients/<int:client_id>/precautions/<int:precaution_id>")


@bp.get("/ending")
@coaches
@open_blind
def new(client_id: int, precaution_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    row = load_precaution(client_id, precaution_id) or abort(404)
    return render_template("precautions/end.html", client=client, one=precaution_view(row), form=EndForm())


@bp.post("/ending")
@coaches
@open_blind
def create(client_id: int, precaution_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    row = load_precaution(client_id, precaution_id) or abort(404)
    form = EndForm()
    if not form.validate_on_submit():
        return render_template("precautions/end.html", client=client, one=precaution_view(row), form=form), 422
    precautions.end(row, client, form.reason.data or "", by=user())
    undo = url_for("precaution_endings.delete", client_id=client.id, precaution_id=row.id)
    flash({"text": "The precaution has ended.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("precautions.index", client_id=client.id), 303)


@bp.post("/ending/undo")
@coaches
@open_blind
def delete(client_id: int, precaution_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    precautions.take_up_again(load_precaution(client_id, precaution_id) or abort(404), client, by=user())
    flash("The precaution holds as before.")
    return redirect(url_for("precautions.index", client_id=client.id), 303)
