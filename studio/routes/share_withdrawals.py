"""Taking back one recipient."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.shares import ShareWithdrawalForm
from ..models.clients import load_client
from ..models.shares import load_share
from ..operations import shares
from ..web.access import signed_in, user
from ..web.blind import open_blind

bp = Blueprint("share_withdrawals", __name__, url_prefix="/clients/<int:client_id>/shares/<int:share_id>/withdrawal")


@bp.get("")
@signed_in
@open_blind
def new(client_id: int, share_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    share = load_share(client_id, share_id) or abort(404)
    return render_template("shares/withdraw.html", client=client, share=share, form=ShareWithdrawalForm())


@bp.post("")
@signed_in
@open_blind
def create(client_id: int, share_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    share = load_share(client_id, share_id) or abort(404)
    form = ShareWithdrawalForm()
    if not form.validate_on_submit():
        return render_template("shares/withdraw.html", client=client, share=share, form=form), 422
    shares.withdraw(share, client, form.how.data or "", by=user())
    undo = url_for("share_withdrawals.delete", client_id=client.id, share_id=share.id)
    flash({"text": f"{share.therapist.name} is told nothing any more.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("consents.index", client_id=client.id), 303)


@bp.post("/undo")
@signed_in
@open_blind
def delete(client_id: int, share_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    shares.restore(load_share(client_id, share_id) or abort(404), client, by=user())
    flash("It holds as before. A mail that was stopped stays stopped.")
    return redirect(url_for("consents.index", client_id=client.id), 303)
