"""Agreements of an enrolment, and their papers."""

from sqlalchemy import select

from ...extensions import db
from ...sheets.agreement import AgreementSheet
from ...sheets.stored import unpack
from ..papers import Paper
from .enrolments import Agreement

UNSIGNED, SIGNED = 1, 2


def agreement_of(enrolment_id: int) -> Agreement | None:
    """The one that holds: the newest."""
    mine = select(Agreement).where(Agreement.enrolment_id == enrolment_id)
    return db.session.scalar(mine.order_by(Agreement.id.desc()).limit(1))


def said_in(agreement: Agreement) -> AgreementSheet:
    return unpack(AgreementSheet, agreement.sheet)


def revision_of(agreement: Agreement) -> int:
    return SIGNED if agreement.signed_at else UNSIGNED


def agreement_paper(agreement: Agreement) -> Paper | None:
    """Its paper as it was printed, to be signed or signed."""
    mine = select(Paper).where(Paper.agreement_id == agreement.id, Paper.revision == revision_of(agreement))
    return db.session.scalar(mine)
