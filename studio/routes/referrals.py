"""Referrals: the list, and the whole of one."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from ..forms.referral_steps import StepForm
from ..models import referral_list
from ..models.referrals import load_referral
from ..operations.events import record_view
from ..web.access import signed_in, user, visit
from ..web.converters import number_from
from ..web.referrals import page_of, wanted

bp = Blueprint("referrals", __name__, url_prefix="/referrals")


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    asked, after = wanted(), number_from("after")
    return render_template(
        "referrals/index.html",
        wanted=asked,
        page=referral_list.referrals(asked, after),
        counts=referral_list.counts(),
        senders=referral_list.senders(),
        later=after is not None,
        filtered=bool(request.args),
    )


@bp.get("/<int:referral_id>")
@signed_in
def show(referral_id: int) -> ResponseReturnValue:
    referral = load_referral(referral_id) or abort(404)
    if referral.client and user().can_assess:
        record_view(referral.client, by=user(), visit=visit())
    return page_of(referral, StepForm(formdata=None))
