"""Going on to a page after the password was given; the check itself is `studio/web/step_up.py`, before every view."""

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from ..web.access import owner_only
from ..web.redirects import home, own_path

bp = Blueprint("step_ups", __name__)


@bp.post("/step-up")
@owner_only
def create() -> ResponseReturnValue:
    return redirect(own_path(request.form.get("next")) or home(), 303)
