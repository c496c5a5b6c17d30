"""Noting that somebody does not go on after a package, and taking that back."""

from ...extensions import db
from ...models.clients import Client
from ...models.database import write
from ...models.sales.credits import held
from ...models.sales.enrolments import Enrolment
from ...models.studios import studio_today
from ...models.users import User
from ..events import record


def decline(one: Enrolment, why: str, *, by: User) -> None:
    """Offer nothing any more after this package, for a reason the owner can count."""
    with write():
        one = held(one.id)
        one.declined_on, one.declined_why = studio_today(), why
        _tell("renewal.declined", f"No renewal of {one.terms.name}", one, by)


def offer_again(one: Enrolment, *, by: User) -> None:
    with write():
        one = held(one.id)
        if one.declined_on is None:
            return
        one.declined_on, one.declined_why = None, ""
        _tell("renewal.offered", f"A renewal of {one.terms.name} is offered again", one, by)


def _tell(kind: str, words: str, one: Enrolment, by: User) -> None:
    client = db.session.get_one(Client, one.client_id)
    record(kind, words, by=by, client=client, subject=f"enrolment {one.id}")
