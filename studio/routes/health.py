"""Is the house in order? For the machine's own checks."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from ..operations.health import look
from ..web.access import public

bp = Blueprint("health", __name__)


@bp.get("/health")
@public
def show() -> ResponseReturnValue:
    state = look()
    return jsonify(status="ok" if state.ok else "failing", database=state.database, migrated=state.migrated), (
        200 if state.ok else 503
    )
