"""What a client sees first who has the tablet: the forms they were given."""

from flask import Blueprint, redirect, render_template
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..models.gates import glance
from ..models.hand_overs import done_steps
from ..models.studios import studio_today
from ..web.access import signed_in
from ..web.handed import handed
from ..web.redirects import home

bp = Blueprint("hand_over", __name__, url_prefix="/hand-over")


@bp.get("")
@signed_in
def show() -> ResponseReturnValue:
    given = handed()
    if given is None:
        return redirect(home())
    done = done_steps(given)
    gate, _ = glance(given.client_id, studio_today())
    urgent = "readiness" in done and gate.shut
    return render_template("hand_overs/show.html", given=given, locked=given.locked(utcnow()), done=done, urgent=urgent)
