"""Who is signed in here now: a page that stood open goes on with a fresh token, or says whom it needs."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf

from ..web.access import public, someone

bp = Blueprint("session_state", __name__)


@bp.get("/session-state")
@public
def show() -> ResponseReturnValue:
    person = someone()
    return jsonify(user=person.id if person else None, csrf_token=generate_csrf())
