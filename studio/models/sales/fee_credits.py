"""The part of an assessment's fee that counts against a package bought soon after it."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from ...extensions import db
from ...terms.pricing import CREDITED_ON
from ...terms.pricing import fee_credit as credited
from ...terms.terms import Terms
from .enrolments import Enrolment, State


@dataclass(frozen=True, slots=True)
class Credited:
    """So much comes off the total, for the assessment of a day, when bought until the last day."""

    amount: int
    assessed_on: date
    until: date


def fee_credit(client_id: int, terms: Terms, on: date) -> Credited | None:
    """What comes off when `terms` are bought on a day: once an assessment, and only in its days.

    What the assessment was sold with says how much and how long.
    """
    if terms.kind not in CREDITED_ON:
        return None
    mine = select(Enrolment).where(Enrolment.client_id == client_id, Enrolment.state != State.undone)
    sold = db.session.scalars(mine.order_by(Enrolment.id.desc())).all()
    fee = next((one for one in sold if one.terms.kind == "assessment" and one.starts_on <= on), None)
    if fee is None or fee.state is State.cancelled or any(one.fee_credit for one in sold if one.id > fee.id):
        return None
    amount = credited(fee.terms, fee.total, fee.starts_on, terms, on)
    return (
        Credited(amount, fee.starts_on, fee.starts_on + timedelta(days=fee.terms.fee_credit.days)) if amount else None
    )
