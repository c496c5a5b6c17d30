"""Forms that anybody may send, without a session: each carries a signed key of its own with the time it was opened.

The key stands for one sending: it says that the form is ours, that a person had time to fill it in, and which two
sendings are the same. It needs no cookie, so a page that stood open for hours still works.
"""

from dataclasses import dataclass

from flask import abort, current_app
from itsdangerous import BadSignature, URLSafeSerializer

from ..clock import utcnow
from ..operations.sheet_codes import make

SALT = "open form"
LEAST_SECONDS = 3
MOST_SECONDS = 7 * 24 * 60 * 60
CHANGED = "This page was open for a long time. Look it over, then send it again"
TOO_FAST = "That was very fast. Look it over, then send it again"


@dataclass(frozen=True)
class Ticket:
    """The key of one form that is filled in; `problem` is what to tell whoever sent it, or nothing."""

    key: str
    since: int
    problem: str = ""

    @property
    def signed(self) -> str:
        """As it stands in the form."""
        return str(_serializer().dumps([self.key, self.since]))


def new_ticket() -> Ticket:
    return Ticket(make(), _now())


def ticket_from(signed: str | None) -> Ticket:
    """The ticket that came back; 400 for a form that has none, because ours all do."""
    if not signed:
        abort(400)
    try:
        key, since = _serializer().loads(signed)
    except (BadSignature, ValueError):
        return Ticket(make(), _now() - LEAST_SECONDS, CHANGED)
    age = _now() - since
    if age > MOST_SECONDS:
        return Ticket(key, _now() - LEAST_SECONDS, CHANGED)
    return Ticket(key, since, TOO_FAST if age < LEAST_SECONDS else "")


def _now() -> int:
    return int(utcnow().timestamp())


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key or "", salt=SALT)
