"""Consent: signed, and taken back purpose by purpose. Nothing is deleted; what holds is what was not withdrawn."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from typing import cast

from sqlalchemy import select, update

from .. import clock, texts
from ..clock import utcnow
from ..documents import consent_copy
from ..extensions import db
from ..models.clients import Client
from ..models.consents import Consent, Grant, standing_of
from ..models.database import write
from ..models.papers import Kind, Paper, consent_copy_of
from ..models.shares import PURPOSE
from ..models.sheets_home import studio_card
from ..models.studios import Studio
from ..models.texts import Wording, current, in_parts
from ..models.users import User
from ..sheets import ConsentSheet
from ..sheets import Paper as Format
from ..sheets.consent import Part, Stroke, Tick
from ..sheets.stored import pack, unpack
from . import logos, papers, photos, shares
from .events import record
from .texts import kept


class TextChanged(Exception):
    """The text has a newer version than the one that was read."""


class Withdrawn(Exception):
    """The client took back what coaching needs."""

    def __init__(self, client: Client):
        super().__init__(f"{client.name} took the consent back")
        self.client = client


@dataclass(frozen=True)
class Signing:
    """What stands on the form: the version that was read, the ticks, who signed and how."""

    text_version: int
    ticked: Set[str]
    signer: str
    guardian: bool
    strokes: tuple[Stroke, ...]


def give(client: Client, signing: Signing, *, studio: Studio, by: User) -> Consent:
    """Keep a signed consent; the one before no longer holds, and the same signature sent twice is one.

    Raises TextChanged.
    """
    now = utcnow()
    sheet = _sheet(client, signing, current("consent"), studio, by)
    with write() as session:
        text = kept("consent")
        if signing.text_version != text.number or sheet.text_version != text.number:
            raise TextChanged
        before = session.scalar(
            select(Consent).where(Consent.client_id == client.id).order_by(Consent.id.desc()).limit(1)
        )
        if before is not None and signing.strokes and before.sheet["strokes"] == pack(signing.strokes):
            return before
        _close(client, by)
        consent = Consent(client_id=client.id, text_id=text.id, given_at=now, taken_by_id=by.id, sheet=pack(sheet))
        session.add(consent)
        session.flush()
        session.add_all(
            Grant(client_id=client.id, consent_id=consent.id, text_id=text.id, purpose=one.id, given_at=now)
            for one in texts.purposes()
            if one.id in signing.ticked
        )
        number = len(signing.ticked)
        said = f"Consent signed, version {text.number}, {number} of {len(texts.purposes())} purposes"
        record(
            "consent.given",
            said,
            by=by,
            client=client,
            subject=f"consent {consent.id}",
            purposes=sorted(signing.ticked),
        )
        photos.forget(client, by=by)
        if PURPOSE not in signing.ticked:
            shares.stop(client)
    return consent


def not_withdrawn(client: Client) -> None:
    """Raise Withdrawn where the client took back taking part or the health record; nothing signed yet is not that."""
    if standing_of(client.id).state == "withdrawn":
        raise Withdrawn(client)


def withdraw(grant: Grant, client: Client, how: str, *, by: User) -> None:
    """End one purpose from now on, with how we learnt of it; what is withdrawn already stays as it is."""
    with write():
        if grant.withdrawn_at is None:
            grant.withdrawn_at, grant.withdrawn_by_id, grant.withdrawn_how = utcnow(), by.id, how
            record(
                "consent.withdrawn", f"{grant.words}: consent withdrawn", by=by, client=client,
                subject=f"consent {grant.consent_id}", purpose=grant.purpose,
            )  # fmt: skip
            photos.forget(client, by=by)
            shares.heed(grant, client, by=by)


def restore(grant: Grant, client: Client, *, by: User) -> None:
    """Take back a withdrawal noted by mistake; the trail keeps both lines. Photos that went do not come back."""
    with write():
        if grant.withdrawn_at is not None:
            shares.heed_restored(grant, client, by=by)
            grant.withdrawn_at, grant.withdrawn_by_id, grant.withdrawn_how = None, None, ""
            record(
                "consent.withdrawal-undone", f"{grant.words}: withdrawal was noted by mistake", by=by, client=client,
                subject=f"consent {grant.consent_id}", purpose=grant.purpose,
            )  # fmt: skip


def paper_of(consent: Consent, client: Client, *, by: User) -> Paper:
    """The stored copy of a signed consent, made when it is asked for the first time."""
    stored = consent_copy_of(consent.id)
    if stored is not None:
        return stored
    sheet = logos.put_in(unpack(ConsentSheet, consent.sheet))
    content = consent_copy.render(sheet)
    digest = papers.keep(content)
    with write() as session:
        stored = consent_copy_of(consent.id)  # two people may have asked at once
        if stored is None:
            stored = Paper(
                kind=Kind.consent_copy,
                client_id=client.id,
                consent_id=consent.id,
                file_name=file_name(sheet.signed, sheet.client, consent.text.number),
                sha256=digest,
                size=len(content),
                created_at=utcnow(),
                created_by_id=by.id,
            )
            session.add(stored)
    return stored


def file_name(signed: date, client: str, number: int) -> str:
    """“2026-11-21_consent_J-Smith_v1.pdf”."""
    return f"{signed:%Y-%m-%d}_consent_{papers.short_name(client)}_v{number}.pdf"


def _close(client: Client, by: User) -> None:
    open_ones = update(Grant).where(Grant.client_id == client.id, Grant.withdrawn_at.is_(None))
    db.session.execute(open_ones.values(withdrawn_at=utcnow(), withdrawn_by_id=by.id, withdrawn_how="Signed again"))


def _sheet(client: Client, signing: Signing, wording: Wording, studio: Studio, by: User) -> ConsentSheet:
    now = clock.local(utcnow(), studio.time_zone)
    return ConsentSheet(
        studio=studio_card(studio),
        client=client.name,
        title=wording.title,
        text_version=wording.number,
        parts=tuple(Part(title=one.title, paragraphs=one.paragraphs) for one in in_parts(wording.body, studio)),
        ticks=tuple(Tick(words=one.words, note=one.note, given=one.id in signing.ticked) for one in texts.purposes()),
        signer=signing.signer,
        guardian=signing.guardian,
        strokes=signing.strokes,
        signed=now.date(),
        signed_time=f"{now:%H:%M}",
        taken_by=by.name,
        paper=cast(Format, studio.paper),
    )
