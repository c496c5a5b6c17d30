"""Which of the studio's tablets a request comes from: a secret of its own in a cookie that outlives every sign-in."""

from flask import Flask, Response, current_app, g, request
from flask_login import current_user

from ..models.tablets import Tablet
from ..operations import tablets

YEAR = 365 * 24 * 60 * 60


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(on_tablet=on_tablet)


def this_tablet() -> Tablet | None:
    """The enrolled tablet this request comes from, asked once a request."""
    if "tablet" not in g:
        token = request.cookies.get(_cookie())
        g.tablet = tablets.known(token) if token else None
    found: Tablet | None = g.tablet
    return found


def on_tablet() -> bool:
    """Is somebody signed in on an enrolled tablet? The sign-in knows; nothing is asked."""
    return bool(current_user.is_authenticated and current_user.tablet_id)


def remember_tablet(response: Response, token: str) -> None:
    """Let this browser be that tablet from now on; no script can read it."""
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    response.set_cookie(_cookie(), token, max_age=YEAR, secure=secure, httponly=True, samesite="Lax")


def _cookie() -> str:
    return "__Host-plumbline-tablet" if current_app.config["SESSION_COOKIE_SECURE"] else "plumbline-tablet"
