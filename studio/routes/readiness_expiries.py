"""Health has changed: the answers expire."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..models.clients import load_client
from ..operations import readiness
from ..web.access import coaches, user

bp = Blueprint("readiness_expiries", __name__, url_prefix="/clients/<int:client_id>")


@bp.post("/readiness/expiry")
@coaches
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    readiness.expire(client, by=user())
    flash("The answers do not count any more. Ask the questions again.")
    return redirect(url_for("readiness.show", client_id=client.id), 303)
