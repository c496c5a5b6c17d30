"""Who may call an endpoint. Every view says so itself; one that says nothing answers nobody."""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user
from werkzeug.wrappers import Response

from ..extensions import login_manager
from ..models.users import Role, SignIn, User
from ..operations import sign_ins
from .blind import kept_blind
from .handed import kept_on_the_form
from .htmx import wants_fragment
from .step_up import ask_for_password

FILES = ("static", "stylesheet", "script")
ONE_TIME = ("password.edit", "password.update", "sign_in.delete")  # open with a one-time password

View = TypeVar("View", bound=Callable[..., Any])


class SignedIn:
    """What Flask-Login keeps: a user through one revocable sign-in. `get_id` is its secret token.

    `rates` says that they have a second rating under way.
    """

    is_authenticated = True
    is_active = True
    is_anonymous = False

    def __init__(self, row: SignIn, token: str, *, rates: bool = False):
        self.sign_in = row
        self.rates = rates
        self.user = row.user
        # Asked after writes too, which make a row forget what it knew.
        self.tablet_id, self.hand_over_id = row.tablet_id, row.hand_over_id
        self._token = token

    def get_id(self) -> str:
        return self._token


def public(view: View) -> View:
    """Anybody may call this, signed in or not."""
    view.__access__ = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Anybody who works here."""
    return allowed(*Role)(view)


def allowed(*roles: Role) -> Callable[[View], View]:
    """People with one of these roles; others are told 403."""

    def mark(view: View) -> View:
        view.__access__ = frozenset(roles)  # type: ignore[attr-defined]
        return view

    return mark


coaches = allowed(Role.owner, Role.coach)
owner_only = allowed(Role.owner)


def user() -> User:
    """The signed-in user; only for views that are not public."""
    found: User = current_user.user
    return found


def someone() -> User | None:
    """The signed-in user, or None on a public page."""
    return current_user.user if current_user.is_authenticated else None


def visit() -> str:
    """What a look at a record is noted under: this sign-in."""
    return f"sign-in {current_user.sign_in.id}"


def remember(row: SignIn, token: str) -> None:
    """Put a fresh sign-in into a fresh session, so that nothing of an older one lives on."""
    session.clear()
    login_user(SignedIn(row, token))


def forget() -> None:
    """Drop the sign-in and everything else the session held."""
    logout_user()
    session.clear()


@login_manager.user_loader
def _load(token: str) -> SignedIn | None:
    found = sign_ins.with_token(token)
    return SignedIn(found[0], token, rates=found[1]) if found else None


def init_app(app: Flask) -> None:
    app.before_request(_check)
    app.jinja_env.globals.update(someone=someone)


def _check() -> ResponseReturnValue | None:
    if request.endpoint in FILES:
        return None
    if request.endpoint is None:
        return kept_on_the_form(None)  # an error page that says 404 or 405
    view = current_app.view_functions[request.endpoint]
    if (theirs := kept_on_the_form(view)) is not None:
        return theirs
    access: str | frozenset[Role] = getattr(view, "__access__", frozenset())
    if access == "public":
        return None
    if not current_user.is_authenticated:
        return _ask_to_sign_in()
    if current_user.user.role not in access:
        abort(403)
    if current_user.user.must_change_password and request.endpoint not in ONE_TIME:
        return redirect(url_for("password.edit"))
    if (question := ask_for_password(access)) is not None:
        return question
    if (away := kept_blind(view)) is not None:
        return away
    sign_ins.seen(current_user.sign_in)
    return None


def _ask_to_sign_in() -> Response:
    """Send a page to the sign-in form and back; tell a fragment or JSON 401, so that it can say so in place."""
    if wants_fragment() or request.is_json or request.method not in ("GET", "HEAD"):
        abort(401)
    return redirect(url_for("sign_in.new", next=request.full_path.rstrip("?")))
