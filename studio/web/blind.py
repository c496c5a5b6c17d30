"""Keeping a second rating blind: while somebody rates a client again, what was found before does not open for them.

One check before all views. It closes every address that is about this client, so that a new page is closed unless it
says otherwise; what is about nobody (lists, search) leaves out by itself what would tell.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from flask import abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.exceptions import Locked

from ..models.second_ratings import UnderWay, under_way
from ..models.standing import Standing, standing
from ..models.whose import client_named
from .handed import handed
from .htmx import wants_fragment

View = TypeVar("View", bound=Callable[..., Any])
WORDS = "You are rating {} again without the first rating. Finish that or drop it, then everything opens."


def open_blind(view: View) -> View:
    """Who rates a client again may call this: it tells nothing found before; of assessments, only their own rating."""
    view.__open_blind__ = True  # type: ignore[attr-defined]
    return view


def rating_of(client_id: int) -> int | None:
    """The second rating of a client that this person has begun and not finished."""
    return next((one.rating for one in _under_way() if one.client == client_id), None)


def not_to_see() -> Collection[int]:
    """The clients of whom this person is to see nothing that was found."""
    return {one.client for one in _under_way()}


def standing_to_see(client_id: int, on: date) -> Standing:
    """What stands before training, without what hurt in tests for somebody who rates the client again."""
    stands = standing(client_id, on)
    return replace(stands, felt=()) if rating_of(client_id) else stands


def kept_blind(view: Callable[..., Any]) -> ResponseReturnValue | None:
    """Send what tells of the client whom this person rates again back to the rating; None lets it through."""
    if handed() or not _under_way():
        return None  # in a client's hands only their forms answer
    parts = request.view_args or {}
    client = client_named(parts)
    mine = [one for one in _under_way() if one.client == client]
    named = parts.get("assessment_id")
    if not mine or (getattr(view, "__open_blind__", False) and named in (None, *(one.rating for one in mine))):
        return None
    words = WORDS.format(mine[0].first_name)
    if request.is_json:  # not 409: a tap queue gives up on that, and this one only waits
        raise Locked(words)
    if request.method != "GET" or wants_fragment():
        abort(409, words)
    flash(words, "stop")
    return redirect(url_for("second_ratings.show", assessment_id=mine[0].rating))


def _under_way() -> list[UnderWay]:
    """Read once, and only when the sign-in says that there is any."""
    if "under_way" not in g:
        g.under_way = under_way(current_user.user.id) if current_user.rates else []
    found: list[UnderWay] = g.under_way
    return found
