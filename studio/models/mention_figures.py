"""How many inquiries speak of what: pain, an operation, a sport."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select

from ..ces.mentions import mentions
from ..extensions import db
from .referrals import Kind, Referral


class Mentioned(NamedTuple):
    """One thing and how many inquiries speak of it."""

    label: str
    number: int


def mentioned(now: datetime) -> tuple[int, list[Mentioned]]:
    """The number of inquiries of the last twelve months, and what they speak of, most often first."""
    asked = select(Referral.mentions).where(
        Referral.kind == Kind.inquiry, Referral.received_at > now - timedelta(days=365)
    )
    said = list(db.session.scalars(asked))
    counted = [Mentioned(one.label, sum(one.id in each for each in said)) for one in mentions().values()]
    return len(said), sorted((one for one in counted if one.number), key=lambda one: -one.number)
