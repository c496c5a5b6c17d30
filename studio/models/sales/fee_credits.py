"""The part of an assessment's fee that counts against a package bought soon after it."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from ...extensions import db
from ...money import percent
from ...terms.terms import Terms
from .enrolments import Enrolment, State

TAKES = ("package",)


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
    if terms.kind not in TAKES:
        return None
    mine = select(Enrolment).where(Enrolment.client_id == client_id, Enrolment.state != State.undone)
    sold = db.session.scalars(mine.order_by(Enrolment.id.desc())).all()
    fee = next((one for one in sold if one.terms.kind == "assessment" and one.starts_on <= on), None)
    if fee is None or fee.state is State.cancelled or fee.currency != terms.currency:
        return None
    rule = fee.terms.fee_credit
    until = fee.starts_on + timedelta(days=rule.days)
    if not rule.percent or on > until or any(one.fee_credit for one in sold if one.id > fee.id):
        return None
    return Credited(min(percent(fee.total, rule.percent), terms.price), fee.starts_on, until)
