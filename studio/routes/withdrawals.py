"""Taking back consent for one purpose."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.consents import WithdrawalForm
from ..models.clients import Client, load_client
from ..models.consents import Grant, load_grant
from ..models.photos import photos_going_with
from ..operations import consents
from ..web.access import signed_in, user
from ..web.blind import open_blind

bp = Blueprint("withdrawals", __name__, url_prefix="/clients/<int:client_id>/grants/<int:grant_id>")


@bp.get("/withdrawal")
@signed_in
@open_blind
def new(client_id: int, grant_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    grant = load_grant(client_id, grant_id) or abort(404)
    return _page(client, grant, WithdrawalForm())


@bp.post("/withdrawal")
@signed_in
@open_blind
def create(client_id: int, grant_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    grant = load_grant(client_id, grant_id) or abort(404)
    form = WithdrawalForm()
    if not form.validate_on_submit():
        return _page(client, grant, form), 422
    consents.withdraw(grant, client, form.how.data or "", by=user())
    undo = url_for("withdrawals.delete", client_id=client.id, grant_id=grant.id)
    flash({"text": f"{grant.words}: withdrawn from now on.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("consents.index", client_id=client.id), 303)


@bp.post("/withdrawal/undo")
@signed_in
@open_blind
def delete(client_id: int, grant_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    consents.restore(load_grant(client_id, grant_id) or abort(404), client, by=user())
    flash("The consent holds as before.")
    return redirect(url_for("consents.index", client_id=client.id), 303)


def _page(client: Client, grant: Grant, form: WithdrawalForm) -> str:
    photos = photos_going_with(grant)
    return render_template("consents/withdraw.html", client=client, grant=grant, form=form, photos=photos)
