"""Issued paper: the bytes as they were handed over, kept under their hash in the data folder."""

from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint, false, select
from sqlalchemy.orm import Mapped, mapped_column, undefer

from ..extensions import db
from .base import ClientRef, Id, Model, Moment, UserRef, choice


class Kind(StrEnum):
    home_sheet = "home sheet"
    photo_home_sheet = "photo home sheet"
    findings_report = "findings report"
    consent_copy = "consent copy"
    progress_report = "progress report"
    refer_out = "refer-out letter"
    letter = "letter"
    quote = "quote"
    agreement = "agreement"
    invoice = "invoice"
    credit_note = "credit note"
    receipt = "receipt"


class Paper(Model):
    """One document as issued; a reprint sends the same bytes. `sha256` names the file under `papers/`.

    `basis` is the hash of what a paper says that rests on several records. One with `photos` of the client on it stands
    beside the same paper without them, is for coaches only, and goes when the client no longer agrees to photos; it is
    of a kind of its own, so that who asks for home sheets never comes upon one.
    """

    __tablename__ = "papers"
    __table_args__ = (
        UniqueConstraint("assessment_version_id", "kind", "client_id"),
        UniqueConstraint("programme_version_id", "kind", "photos"),
        UniqueConstraint("basis", "kind", "client_id"),
        UniqueConstraint("refer_out_id", "revision"),
        UniqueConstraint("letter_id", "revision"),
        UniqueConstraint("agreement_id", "revision"),
    )

    id: Mapped[Id]
    kind: Mapped[Kind] = mapped_column(choice(Kind))
    client_id: Mapped[ClientRef]
    assessment_version_id: Mapped[int | None] = mapped_column(ForeignKey("assessment_versions.id"), index=True)
    programme_version_id: Mapped[int | None] = mapped_column(ForeignKey("programme_versions.id"), index=True)
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.id"), unique=True)
    basis: Mapped[str | None] = mapped_column(String(32))
    refer_out_id: Mapped[int | None] = mapped_column(ForeignKey("refer_outs.id"), index=True)
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letters.id"))
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"))
    quote_id: Mapped[int | None] = mapped_column(ForeignKey("quotes.id"), unique=True)
    invoice_id: Mapped[int | None] = mapped_column(ForeignKey("invoices.id"), unique=True)
    payment_id: Mapped[int | None] = mapped_column(ForeignKey("payments.id"), unique=True)
    revision: Mapped[int | None]
    photos: Mapped[bool] = mapped_column(default=False, server_default=false())
    sheet: Mapped[dict[str, Any] | None] = mapped_column(JSON, deferred=True)
    """What an invoice or a receipt said when it was printed first: each print after that is the same, stamped."""
    file_name: Mapped[str] = mapped_column(String(160))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    created_at: Mapped[Moment]
    created_by_id: Mapped[UserRef]


def home_sheet_of(version_id: int, *, photos: bool = False) -> Paper | None:
    """The stored home sheet of a programme version; with `photos` the one that has them, where there is one."""
    kinds = (Kind.photo_home_sheet, Kind.home_sheet) if photos else (Kind.home_sheet,)
    mine = select(Paper).where(Paper.programme_version_id == version_id, Paper.kind.in_(kinds))
    return db.session.scalar(mine.order_by(Paper.photos.desc()).limit(1))


def papers_with_photos(client_id: int) -> list[Paper]:
    """The client's stored papers with a photo on them, of any kind."""
    return list(db.session.scalars(select(Paper).where(Paper.client_id == client_id, Paper.photos.is_(True))))


def findings_report_of(version_id: int, client_id: int) -> Paper | None:
    """The stored findings report of an assessment version; one moved to another client needs a report of its own."""
    return db.session.scalar(
        select(Paper).where(
            Paper.assessment_version_id == version_id,
            Paper.client_id == client_id,
            Paper.kind == Kind.findings_report,
        )
    )


def consent_copy_of(consent_id: int) -> Paper | None:
    """The stored copy of a signed consent."""
    return db.session.scalar(select(Paper).where(Paper.consent_id == consent_id))


def progress_report_of(client_id: int, basis: str) -> Paper | None:
    """The stored progress report of a client that says exactly this."""
    return db.session.scalar(
        select(Paper).where(Paper.basis == basis, Paper.client_id == client_id, Paper.kind == Kind.progress_report)
    )


def letter_of(refer_out_id: int, revision: int) -> Paper | None:
    """The stored letter of a revision of a refer-out."""
    return db.session.scalar(select(Paper).where(Paper.refer_out_id == refer_out_id, Paper.revision == revision))


def letter_paper(letter_id: int, revision: int) -> Paper | None:
    """The stored paper of a released revision of a letter."""
    return db.session.scalar(select(Paper).where(Paper.letter_id == letter_id, Paper.revision == revision))


def newest_letter_paper(letter_id: int) -> Paper | None:
    """The paper of a letter as it was released last."""
    mine = select(Paper).where(Paper.letter_id == letter_id)
    return db.session.scalar(mine.order_by(Paper.revision.desc()).limit(1))


def quote_paper(quote_id: int) -> Paper | None:
    """A quote as it was issued."""
    return db.session.scalar(select(Paper).where(Paper.quote_id == quote_id))


def invoice_paper(invoice_id: int) -> Paper | None:
    """The first print of an invoice or a credit note."""
    return db.session.scalar(select(Paper).where(Paper.invoice_id == invoice_id).options(undefer(Paper.sheet)))


def receipt_paper(payment_id: int) -> Paper | None:
    """The first print of a receipt."""
    return db.session.scalar(select(Paper).where(Paper.payment_id == payment_id).options(undefer(Paper.sheet)))
