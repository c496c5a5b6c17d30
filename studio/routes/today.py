"""Home: what waits, who is next, whose record was touched last."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from ..models import today
from ..models.due import due
from ..models.house_notes import house_notes
from ..models.refer_outs import waiting_refer_outs
from ..models.referral_clocks import working_day
from ..models.referral_list import soonest
from ..models.studios import studio_today
from ..web.access import signed_in, user
from ..web.blind import not_to_see
from ..web.setup_first import studio

bp = Blueprint("today", __name__)


@bp.get("/")
@signed_in
def show() -> ResponseReturnValue:
    health = user().can_assess
    touched = today.touched(health=health)
    hidden = not_to_see()
    return render_template(
        "today/show.html",
        unfinished=today.unfinished() if health else [],
        due=due(studio_today(), studio().time_zone),
        referred=[one for one in waiting_refer_outs() if one.client.id not in hidden] if health else [],
        house=house_notes(user(), studio_today()),
        referrals=soonest(working_day(studio_today(), 1)),
        touched=touched,
        begun=bool(touched) or today.any_client(),
    )
