"""Taps: JSON from a tablet's queue, or one button of a plain form."""

from dataclasses import asdict
from typing import Any

from flask import Blueprint, abort, flash, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..clock import at_time, utcnow
from ..forms.taps import BadBatch, Batch, read_batch, read_button
from ..models.assessments import assessment_key
from ..models.fields import FieldError
from ..models.stations import station_of
from ..operations.tap_log import Locked, Standing
from ..operations.taps import Taken, record_taps
from ..web.access import coaches, user, visit
from ..web.blind import open_blind

bp = Blueprint("taps", __name__)


@bp.post("/assessments/<int:assessment_id>/taps")
@coaches
@open_blind
def create(assessment_id: int) -> ResponseReturnValue:
    protocol, variant, zone = assessment_key(assessment_id) or abort(404)
    first = station_of(protocol, variant)
    if not request.is_json:
        return _button(assessment_id, first)
    try:
        batch = read_batch(request.get_json(silent=True), first)
    except BadBatch as error:
        return jsonify(error="unreadable", message=str(error)), 422
    # A tap is credited to whoever made it: what one coach left on this tablet never goes in under another's name.
    if batch.sent_by != user().id:
        return jsonify(error="another-user"), 401
    saved_at = at_time(utcnow(), zone)
    try:
        taken = record_taps(
            assessment_id,
            batch.taps,
            by=user(),
            device=batch.device or visit(),
            station=batch.station,
            view=batch.view,
            since=batch.since,
        )
    except Locked as locked:
        return jsonify(error=locked.state.value), 409
    return _answer(taken, batch, saved_at)


def _answer(taken: Taken, batch: Batch, saved_at: str) -> ResponseReturnValue:
    refused = [asdict(one) for one in (*batch.refused, *taken.refused)]
    body = {
        "acked": taken.acked,
        "refused": refused,
        "conflicts": [asdict(one) for one in taken.conflicts],
        "disputes": [asdict(one) for one in taken.disputes],
        "state": {where: _standing(one) for where, one in taken.state.items()},
        "saved_at": saved_at,
    }
    return jsonify(body), 422 if refused and not taken.acked else 200


def _standing(one: Standing) -> dict[str, Any]:
    return {"value": one.stated.value, "views": list(one.stated.views), "revision": one.revision}


def _button(assessment_id: int, first: str) -> ResponseReturnValue:
    """Without a script: the page again, where it was, or on the view the button leads to."""
    try:
        taken = record_taps(assessment_id, read_button(request.form, first, utcnow()), by=user(), device=visit())
    except FieldError as error:
        abort(422, description=str(error))
    except Locked:
        abort(409)
    for one in taken.conflicts:
        flash({"text": f"{one.by} answered that row meanwhile. Look at it again."}, "stop")  # type: ignore[arg-type]
    onward = request.form.get("onward")
    view = request.form.get("back") or (None if onward else request.form.get("view"))
    station = onward or request.form.get("station")
    return redirect(url_for("boards.show", assessment_id=assessment_id, station=station, view=view), 303)
