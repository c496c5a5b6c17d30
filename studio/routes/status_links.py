"""The private link of a referral's sender: a new one, shown once, and an end to those that are out."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..models.referrals import load_referral
from ..operations import private_links
from ..web.access import signed_in, user

bp = Blueprint("status_links", __name__, url_prefix="/referrals/<int:referral_id>/status-link")


@bp.post("")
@signed_in
def create(referral_id: int) -> ResponseReturnValue:
    referral = load_referral(referral_id) or abort(404)
    key = private_links.renew_status(referral, by=user())
    address = url_for("referral_status.show", key=key, _external=True)
    return render_template("referrals/status_link.html", referral=referral, address=address), 201


@bp.post("/end")
@signed_in
def delete(referral_id: int) -> ResponseReturnValue:
    referral = load_referral(referral_id) or abort(404)
    ended = private_links.end_status(referral, by=user())
    flash("The sender’s link opens nothing any more." if ended else "There was no link to end.")
    return redirect(url_for("referrals.show", referral_id=referral.id), 303)
