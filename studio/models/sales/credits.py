"""What an enrolment's ledger of credits says."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select

from ...extensions import db
from .enrolments import Enrolment
from .sessions import Credit, CreditKind


@dataclass(frozen=True, slots=True)
class Balance:
    """Sums of a ledger. `granted` is what was sold and given on top; `left` is the sum of all rows."""

    granted: int = 0
    used: int = 0
    expired: int = 0
    left: int = 0

    @property
    def delivered(self) -> int:
        """What is earned: used or expired."""
        return self.used + self.expired


def balance_of(enrolment_id: int) -> Balance:
    return balances([enrolment_id])[enrolment_id]


def balances(enrolment_ids: Iterable[int]) -> dict[int, Balance]:
    """The balance of each, in one statement. A reversing row counts for the kind of the row it takes back."""
    ids = list(enrolment_ids)
    rows = (
        select(Credit.enrolment_id, Credit.kind, func.sum(Credit.amount))
        .where(Credit.enrolment_id.in_(ids))
        .group_by(Credit.enrolment_id, Credit.kind)
    )
    sums: dict[int, dict[CreditKind, int]] = {id_: {} for id_ in ids}
    for enrolment_id, kind, amount in db.session.execute(rows):
        sums[enrolment_id][kind] = amount
    return {id_: _balance(kinds) for id_, kinds in sums.items()}


def _balance(kinds: dict[CreditKind, int]) -> Balance:
    """`returned` gives back what was used; `cancelled` and `transferred` take from what was granted."""
    into = (CreditKind.granted, CreditKind.cancelled, CreditKind.transferred)
    return Balance(
        granted=sum(kinds.get(kind, 0) for kind in into),
        used=-kinds.get(CreditKind.used, 0) - kinds.get(CreditKind.returned, 0),
        expired=-kinds.get(CreditKind.expired, 0),
        left=sum(kinds.values()),
    )


def ledger_of(enrolment_id: int) -> list[Credit]:
    """Every row, the oldest first."""
    return list(db.session.scalars(select(Credit).where(Credit.enrolment_id == enrolment_id).order_by(Credit.id)))


def held(enrolment_id: int) -> Enrolment:
    """The enrolment, held until the transaction ends, so that nobody else writes to its ledger meanwhile.

    SQLite holds the whole file in `write()` anyway.
    """
    return db.session.scalars(select(Enrolment).where(Enrolment.id == enrolment_id).with_for_update(of=Enrolment)).one()
