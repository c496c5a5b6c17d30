"""An enrolment's ledger of credits as it is read: what, why, who, and the balance after each row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ...extensions import db
from .credits import ledger_of
from .enrolments import ClockChange, Enrolment, State
from .sessions import Credit, CreditKind, Session

Undo = Literal["session", "change", "hand", "expiry", ""]
CHANGES = {"freeze": "Frozen", "medical": "Frozen, medical", "extension": "Extended"}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One row, the oldest being the first. `undo` says where it is taken back, empty where it cannot be."""

    credit: Credit
    what: str
    left: int
    taken_back: bool
    undo: Undo
    session: Session | None
    change: ClockChange | None


def ledger_rows(enrolment: Enrolment) -> list[LedgerRow]:
    """All rows with their balance, in three statements."""
    rows = ledger_of(enrolment.id)
    held = db.session.scalars(
        select(Session).where(Session.enrolment_id == enrolment.id).options(joinedload(Session.coach))
    )
    stood = db.session.scalars(select(ClockChange).where(ClockChange.enrolment_id == enrolment.id))
    sessions, changes = {one.id: one for one in held}, {one.id: one for one in stood}
    taken = {row.reverses_id for row in rows}
    sale = next((row.id for row in rows if row.kind == CreditKind.granted), None)
    moving = enrolment.state in (State.active, State.completed)
    found = []
    for row, left in zip(rows, accumulate(row.amount for row in rows), strict=True):
        session, change = sessions.get(row.session_id or 0), changes.get(row.clock_change_id or 0)
        still = moving and row.id not in taken and row.reverses_id is None and row.id != sale
        undo = _undo(row, change) if still else ""
        found.append(LedgerRow(row, _what(row, session, change), left, row.id in taken, undo, session, change))
    return found


def load_credit(enrolment_id: int, credit_id: int) -> Credit | None:
    return db.session.scalar(select(Credit).where(Credit.id == credit_id, Credit.enrolment_id == enrolment_id))


def as_rows(rows: Sequence[LedgerRow]) -> Iterator[tuple[object, ...]]:
    """The ledger for a spreadsheet."""
    yield "Row", "Day", "What", "Why", "Amount", "Left", "By", "Takes back row"
    for one in rows:
        credit = one.credit
        by = credit.by.name if credit.by else "Plumbline"
        yield credit.id, credit.on, one.what, credit.why, credit.amount, one.left, by, credit.reverses_id or ""


def _undo(row: Credit, change: ClockChange | None) -> Undo:
    if row.session_id:
        return "session"
    if change:
        return "" if change.undone_at else "change"
    if row.kind is CreditKind.expired:
        return "expiry"
    return "hand" if row.kind in (CreditKind.granted, CreditKind.cancelled) else ""


def _what(row: Credit, session: Session | None, change: ClockChange | None) -> str:
    if row.reverses_id:
        return "Taken back"
    if session:
        return session.outcome.label
    if change:
        return CHANGES[change.kind]
    return {CreditKind.cancelled: "Taken off"}.get(row.kind, row.kind.value.capitalize())
