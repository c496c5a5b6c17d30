"""While a client has the tablet, the forms they were given answer, and nothing else does."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from ..clock import utcnow
from ..models.hand_overs import HandOver, load_hand_over
from ..operations import hand_overs
from .htmx import wants_fragment

View = TypeVar("View", bound=Callable[..., Any])
OWN = ("hand_over", "hand_over_locks", "returns", "password_returns")  # they answer whatever happens
READABLE = ("privacy.show",)


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(handed=handed)


def in_hand_over(step: str) -> Callable[[View], View]:
    """A client may call this on the tablet in their hands, when they were given this form and it is about them."""

    def mark(view: View) -> View:
        view.__step__ = step  # type: ignore[attr-defined]
        return view

    return mark


def handed() -> HandOver | None:
    """The hand-over this request happens in, read once."""
    if "handed" not in g:
        known = current_user.hand_over_id if current_user.is_authenticated else None
        g.handed = load_hand_over(known) if known is not None else None
    found: HandOver | None = g.handed
    return found


def kept_on_the_form(view: Callable[..., Any] | None) -> ResponseReturnValue | None:
    """Send everything that is not the client's to do back to the page of the hand-over; None lets it through."""
    now_handed = handed()
    if now_handed is None:
        return None
    locked = now_handed.locked(utcnow())
    if locked:
        hand_overs.lock(now_handed)
    elif _is_theirs(view, now_handed):
        hand_overs.seen(now_handed)
        return None
    if request.blueprint in OWN:
        return None
    if request.is_json or wants_fragment():
        abort(403)
    return redirect(url_for("hand_over.show"), 303)


def _is_theirs(view: Callable[..., Any] | None, now_handed: HandOver) -> bool:
    if request.endpoint in READABLE:
        return True
    step = getattr(view, "__step__", None)
    about = (request.view_args or {}).get("client_id")
    return step in now_handed.steps and about == now_handed.client_id
