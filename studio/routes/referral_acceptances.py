"""Accepting a referral, and taking that back."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.referral_steps import StepForm
from ..models.clients import load_client
from ..models.referrals import load_referral
from ..numbers import whole
from ..operations.referrals import accept
from ..web.access import signed_in, user
from ..web.referrals import page_of

bp = Blueprint("referral_acceptances", __name__, url_prefix="/referrals/<int:referral_id>/acceptance")


@bp.post("")
@signed_in
def create(referral_id: int) -> ResponseReturnValue:
    referral = load_referral(referral_id) or abort(404)
    chosen = request.form.get("who", "")
    who = whole(chosen) or None
    if chosen != "new" and (who is None or load_client(who) is None):
        return page_of(referral, StepForm(formdata=None), wrong=True), 422
    ticked = (one.partition(":") for one in request.form.getlist("take"))
    take = {column for id_, _, column in ticked if id_ == chosen}
    try:
        client = accept.accept(referral, who, take, by=user())
    except accept.Settled:
        flash("Somebody has accepted this referral already.")
        return redirect(url_for("referrals.show", referral_id=referral.id), 303)
    undo = url_for("referral_acceptances.delete", referral_id=referral.id)
    flash({"text": f"{client.name} is accepted. Next: readiness and consent.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("clients.show", client_id=client.id), 303)


@bp.post("/undo")
@signed_in
def delete(referral_id: int) -> ResponseReturnValue:
    referral = load_referral(referral_id) or abort(404)
    try:
        accept.take_back(referral, by=user())
    except accept.InUse as error:
        abort(409, f"The record it made has been worked with since ({error}). Merge it with another record instead.")
    flash("The referral is no longer accepted.")
    return redirect(url_for("referrals.show", referral_id=referral.id), 303)
