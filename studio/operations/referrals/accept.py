"""Accepting a referral: it becomes somebody's record, with its limits in force at once. It can be taken back."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from ... import countries
from ...clock import utcnow
from ...extensions import db
from ...models.attachments import Attachment
from ...models.clearances import Clearance
from ...models.client_rows import newer_than, tops
from ...models.clients import Client, load_client
from ...models.database import write
from ...models.merges import merged_into
from ...models.precautions import Precaution
from ...models.referral_match import brought
from ...models.referrals import Referral, State, files_of
from ...models.users import User
from .. import attachments, clearances, clients, precautions
from ..events import record
from .said import clearance_of, precautions_of

# From here on what was found and planned stands on the record: another person is another record.
BEGUN = (State.assessed, State.in_programme, State.finished)
TAKEN_BACK = "The referral is no longer accepted"


class Settled(Exception):
    """Somebody has accepted this referral already."""


class InUse(Exception):
    """The record that accepting made has been worked with; the message names what with."""


def accept(referral: Referral, who: int | None, take: Collection[str], *, by: User) -> Client:
    """Link the referral to the client `who`, or to a new one for None, and return the client.

    Of a client who is there already nothing is changed but the columns in `take`. Files are put on record, limits
    become precautions, and “not yet” shuts the gate until its day. Readiness and consent are asked as of everybody.
    Raises Settled.
    """
    with write() as session:
        session.refresh(referral, with_for_update={"of": Referral})
        if referral.client_id is not None:
            raise Settled
        known = _standing(who) if who is not None else None
        client = known or clients.create(_values(referral, by), by=by)
        archived = client.archived_at is not None
        if archived:
            clients.restore(client, by=by)
        before = _fill_in(client, referral, take, by=by) if known else {}
        files = [attachments.adopt(client, file, by=by).id for file in files_of(referral.id)]
        minded = [precautions.create(client, said, by=by).id for said in precautions_of(referral)]
        word = clearance_of(referral)
        waits = [clearances.create(client, word, file=None, by=by).id] if word else []
        referral.client, referral.accepted_at = client, utcnow()
        referral.accepted = {
            "by": by.id,
            "client": client.id,
            "new": known is None,
            "archived": archived,
            "before": before,
            "attachments": files,
            "precautions": minded,
            "clearances": waits,
            "tops": tops(),
        }
        _record(referral, "Referral accepted", "referral.accepted", by)
    return client


def take_back(referral: Referral, *, by: User) -> None:
    """Undo `accept`; it does nothing when it is not accepted.

    Raises InUse when the record it made has been worked with: that is put right on the record, or by merging.
    """
    with write() as session:
        session.refresh(referral, with_for_update={"of": Referral})
        client, made = referral.client, referral.accepted
        if client is None or made is None:
            return
        if referral.state in BEGUN:
            raise InUse("assessments")
        if client.id != made["client"]:
            raise InUse("merges")
        if made["new"] and (used := newer_than(made["tops"], client.id)):
            raise InUse(", ".join(name.replace("_", " ") for name in used))
        for row in _rows(Precaution, made["precautions"]):
            precautions.end(row, client, TAKEN_BACK, by=by)
        for word in _rows(Clearance, made["clearances"]):
            clearances.withdraw(word, client, TAKEN_BACK, by=by)
        for file in _rows(Attachment, made["attachments"]):
            attachments.remove(file, client, by=by)
        _put_back(client, made["before"], by=by)
        _record(referral, "Referral no longer accepted", "referral.acceptance-taken-back", by)
        if made["new"] or made["archived"]:
            clients.archive(client, by=by)
        referral.client = referral.accepted_at = referral.accepted = None


def _standing(who: int) -> Client | None:
    """The client; for one who was merged into another record, that one."""
    return merged_into(who) or load_client(who)


def _values(referral: Referral, by: User) -> dict[str, Any]:
    values = brought(referral)
    if values.get("language") not in dict(countries.languages()):
        values.pop("language", None)
    return {**values, "coach_id": by.id if by.can_assess else None}


def _fill_in(client: Client, referral: Referral, take: Collection[str], *, by: User) -> dict[str, list[str]]:
    """Take over what was ticked; returns by column what the record said before, and says now."""
    new = {column: value for column, value in brought(referral).items() if column in take}
    before = {column: getattr(client, column) for column in new}
    changed = clients.change(client, new, seen=client.revision, by=by) if new else []
    return {column: [before[column], new[column]] for column in changed}


def _put_back(client: Client, before: dict[str, list[str]], *, by: User) -> None:
    """What was taken over, unless somebody has changed it since."""
    old = {column: was for column, (was, became) in before.items() if getattr(client, column) == became}
    if old:
        clients.change(client, old, seen=client.revision, by=by)


def _rows(kind: type[Any], ids: list[int]) -> list[Any]:
    return list(db.session.scalars(select(kind).where(kind.id.in_(ids))))


def _record(referral: Referral, summary: str, kind: str, by: User) -> None:
    record(kind, summary, by=by, client=referral.client, subject=f"referral {referral.id}")
