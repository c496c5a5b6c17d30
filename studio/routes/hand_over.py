"""What a client sees first who has the tablet: the forms they were given."""

from flask import Blueprint, redirect, render_template
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..models.hand_overs import done_steps
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
    return render_template("hand_overs/show.html", given=given, locked=given.locked(utcnow()), done=done_steps(given))
