"""How soon the people who were referred are reached."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..models.mention_figures import mentioned
from ..models.referral_figures import figures
from ..models.studios import studio_today
from ..web.access import coaches

bp = Blueprint("referral_figures", __name__)


@bp.get("/referrals/figures")
@coaches
def show() -> ResponseReturnValue:
    now = utcnow()
    inquiries, said = mentioned(now)
    found = figures(studio_today(), now)
    return render_template("referrals/figures.html", figures=found, inquiries=inquiries, mentioned=said)
