"""Letters of the demo studio: two days after a screen they are read, released and sent; one coach is late."""

from ...models.clients import Client
from ...models.letters import letters_of
from ...models.referrals import Kind, Referral, referrals_of_client
from ...models.shares import How
from ...models.studios import Studio, studio_today
from ...models.therapists import standing
from ...models.users import User
from .. import shares
from ..letters import releasing, sending

WRITTEN = ("José Antonio Echeverría Iturralde", "Bo Li")
"""Whose therapist hears back in time."""


def sent_by(client: Client) -> list[Referral]:
    """The referrals of a client by a therapist."""
    return [one for one in referrals_of_client(client.id) if one.kind is Kind.referral and one.therapist_id]


def let_share(client: Client, *, by: User) -> None:
    """Who was referred lets the therapist hear how it goes."""
    for referral in sent_by(client):
        if therapist := standing(referral.therapist):
            shares.give(client, therapist, shares.Said(on=studio_today(), how=How.signed), by=by)


def write_back(client: Client, *, studio: Studio, by: User) -> None:
    """Read, release and send what waits."""
    for letter in letters_of(client.id):
        if letter.stage == "draft":
            releasing.read(letter, by=by)
            releasing.release(letter, studio=studio, by=by)
            sending.send(letter, "pdf", studio=studio, by=by)
