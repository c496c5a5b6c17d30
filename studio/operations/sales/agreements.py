"""The agreement of a sale: made with it, signed on the tablet or on paper, kept as it was printed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ... import clock
from ...clock import utcnow
from ...documents import agreement as document
from ...models.clients import Client
from ...models.database import write
from ...models.papers import Kind, Paper
from ...models.sales.agreements import agreement_paper, revision_of, said_in
from ...models.sales.enrolments import Agreement, Enrolment
from ...models.sales.sheets_agreement import agreement_sheet
from ...models.studios import Studio, the_studio
from ...models.users import User, user_names
from ...sheets.consent import Stroke
from ...sheets.stored import pack
from ...terms.instalments import Due
from .. import logos, papers
from ..events import record


@dataclass(frozen=True)
class Signing:
    """Who signed, and how: strokes on the tablet, the typed name in their place, or a pen on paper."""

    signer: str
    strokes: tuple[Stroke, ...] = ()
    on_paper: bool = False


class SignedAlready(Exception):
    """It was signed before, by whoever was quicker."""


def make(one: Enrolment, client: Client, parts: Sequence[Due], tax: int, *, by: User) -> Agreement:
    """Put what is agreed on record, inside the caller's `write()`."""
    studio = the_studio()
    if studio is None:
        raise RuntimeError("Only a studio sells")
    coach = user_names().get(one.coach_id, "") if one.coach_id else ""
    sheet = agreement_sheet(one, client, studio, parts, tax, coach=coach)
    made = Agreement(client_id=client.id, enrolment_id=one.id, sheet=pack(sheet), made_at=utcnow(), made_by_id=by.id)
    with write() as session:
        session.add(made)
    return made


def sign(agreement: Agreement, client: Client, signing: Signing, *, studio: Studio, by: User) -> None:
    """Put the signature under it. Raises SignedAlready."""
    now = utcnow()
    local = clock.local(now, studio.time_zone)
    with write() as session:
        session.refresh(agreement, with_for_update=True)
        if agreement.signed_at:
            raise SignedAlready
        sheet = replace(
            said_in(agreement),
            signer=signing.signer,
            signed=local.date(),
            signed_time=f"{local:%H:%M}",
            signed_on_paper=signing.on_paper,
            taken_by=by.name,
            strokes=signing.strokes,
        )
        agreement.sheet, agreement.signed_at = pack(sheet), now
        agreement.signed_how, agreement.taken_by_id = "paper" if signing.on_paper else "tablet", by.id
        how = "on paper" if signing.on_paper else "on the tablet"
        record("agreement.signed", f"Agreement {sheet.code} signed {how}", by=by, client=client,
               subject=f"agreement {agreement.id}")  # fmt: skip


def paper_of(agreement: Agreement, client: Client, *, by: User) -> Paper:
    """The stored paper, made when it is asked for the first time: once to be signed, once signed."""
    stored = agreement_paper(agreement)
    if stored is not None:
        return stored
    sheet = logos.put_in(said_in(agreement))
    content = document.render(sheet)
    digest = papers.keep(content)
    with write() as session:
        stored = agreement_paper(agreement)  # two people may have asked at once
        if stored is None:
            stored = Paper(
                kind=Kind.agreement,
                client_id=client.id,
                agreement_id=agreement.id,
                revision=revision_of(agreement),
                file_name=f"{sheet.made:%Y-%m-%d}_agreement_{papers.short_name(sheet.client)}_{sheet.code}.pdf",
                sha256=digest,
                size=len(content),
                created_at=utcnow(),
                created_by_id=by.id,
            )
            session.add(stored)
    return stored
