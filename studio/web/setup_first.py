"""Before the first-run wizard is done there is nothing else to see."""

from flask import Flask, g, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from ..models.studios import Studio, the_studio
from .access import FILES

OPEN = ("setup.new", "setup.create", "setup.demo", "health.show", *FILES)


def init_app(app: Flask) -> None:
    app.before_request(_send_to_setup)
    app.jinja_env.globals.update(studio=studio)


def studio() -> Studio:
    """The studio's row, read once a request; only behind the wizard."""
    if "studio" not in g:
        g.studio = the_studio()
    found: Studio = g.studio
    return found


def _send_to_setup() -> Response | None:
    # Who is signed in works in a studio that is open: a tap need not ask for it.
    if request.endpoint in OPEN or current_user.is_authenticated or studio():
        return None
    return redirect(url_for("setup.new"))
