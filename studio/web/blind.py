"""Keeping a second rating blind: while somebody rates, the first rating does not open for them."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..models.second_ratings import rating_under_way
from .access import user


def kept_blind(client_id: int) -> ResponseReturnValue | None:
    """Lead back to the board of a second rating of this client that the person has begun; None without one."""
    rating = rating_under_way(client_id, user().id)
    if rating is None:
        return None
    drop = url_for("second_ratings.omit", assessment_id=rating)
    text = "You are rating this again without the first rating. Finish it, then everything opens."
    flash({"text": text, "undo_url": drop, "undo_label": "Drop it"})  # type: ignore[arg-type]
    return redirect(url_for("boards.show", assessment_id=rating))
