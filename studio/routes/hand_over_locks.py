"""Locking the tablet that a client has put down."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from ..operations import hand_overs
from ..web.access import signed_in
from ..web.handed import handed

bp = Blueprint("hand_over_locks", __name__, url_prefix="/hand-over")


@bp.post("/lock")
@signed_in
def create() -> ResponseReturnValue:
    hand_overs.lock(handed() or abort(404))
    return redirect(url_for("hand_over.show"), 303)
