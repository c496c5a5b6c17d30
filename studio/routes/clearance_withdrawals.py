"""Withdrawing a clearance with its reason."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.clearances import WithdrawalOfClearance
from ..models.clearances import load_clearance
from ..models.clients import load_client
from ..models.precaution_view import clearance_view
from ..operations import clearances
from ..web.access import coaches, user
from ..web.blind import open_blind

bp = Blueprint("clearance_withdrawals", __name__, url_prefix="/clients/<int:client_id>/clearances/<int:clearance_id>")


@bp.get("/withdrawal")
@coaches
@open_blind
def new(client_id: int, clearance_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    one = clearance_view(load_clearance(client_id, clearance_id) or abort(404))
    return render_template("clearances/withdraw.html", client=client, one=one, form=WithdrawalOfClearance())


@bp.post("/withdrawal")
@coaches
@open_blind
def create(client_id: int, clearance_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    row = load_clearance(client_id, clearance_id) or abort(404)
    form = WithdrawalOfClearance()
    if not form.validate_on_submit():
        return render_template("clearances/withdraw.html", client=client, one=clearance_view(row), form=form), 422
    clearances.withdraw(row, client, form.reason.data or "", by=user())
    undo = url_for("clearance_withdrawals.delete", client_id=client.id, clearance_id=row.id)
    flash({"text": "The clearance is withdrawn.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("precautions.index", client_id=client.id), 303)


@bp.post("/withdrawal/undo")
@coaches
@open_blind
def delete(client_id: int, clearance_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    clearances.put_back(load_clearance(client_id, clearance_id) or abort(404), client, by=user())
    flash("The clearance holds as before.")
    return redirect(url_for("precautions.index", client_id=client.id), 303)
