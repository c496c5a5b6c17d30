"""Packages in their last weeks, with nothing sold after them."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from ..models.owner.renewals import renewals
from ..models.studios import studio_today
from ..web.access import signed_in, user
from ..web.blind import not_to_see
from ..web.htmx import wants_fragment

bp = Blueprint("renewals", __name__, url_prefix="/renewals")
FEW = 4


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    """All of them with what changed since the start; as a part of Today the soonest."""
    found = renewals(studio_today(), hidden=not_to_see()).rows
    if wants_fragment():
        return render_template("renewals/_today.html", found=found[:FEW], count=len(found))
    return render_template("renewals/index.html", found=found, told=user().can_assess)
