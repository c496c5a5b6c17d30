"""Moving a referral on, and taking the last step back."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.referral_steps import StepForm
from ..models.referrals import Referral, load_referral
from ..operations.referrals import desk
from ..web.access import signed_in, user
from ..web.referrals import page_of

bp = Blueprint("referral_steps", __name__, url_prefix="/referrals/<int:referral_id>/steps")


@bp.post("")
@signed_in
def create(referral_id: int) -> ResponseReturnValue:
    referral = load_referral(referral_id) or abort(404)
    form = StepForm()
    if not form.validate_on_submit():
        return page_of(referral, form), 422
    try:
        done = desk.act(referral, form.act.data, form.words, by=user())
    except desk.MovedOn:
        flash("Somebody has moved this referral on meanwhile. Look again.", "stop")
        return _page(referral)
    flash({"text": done, "undo_url": url_for("referral_steps.delete", referral_id=referral.id)})  # type: ignore[arg-type]
    return _page(referral)


@bp.post("/undo")
@signed_in
def delete(referral_id: int) -> ResponseReturnValue:
    referral = load_referral(referral_id) or abort(404)
    flash(desk.undo(referral, by=user()))
    return _page(referral)


def _page(referral: Referral) -> ResponseReturnValue:
    return redirect(url_for("referrals.show", referral_id=referral.id), 303)
