"""Payments that wait while somebody is ill: their days move with the freeze, and back with it."""

from datetime import date, timedelta

from sqlalchemy import select

from ...extensions import db
from ...models.books.invoices import Instalment, Invoice
from ...models.database import write
from ...models.sales.enrolments import ClockChange, Enrolment, State


def move_payments(change: ClockChange, enrolment: Enrolment, on: date) -> None:
    """Let the instalments still to come be as many days later as a medical freeze lasts, inside the caller's `write()`.

    One without an end moves them day by day (`keep_pace`). Done twice it is done once.
    """
    days = 0
    if change.pause.kind == "medical" and not change.undone_at and enrolment.terms.freeze.medical_pauses_payments:
        days = change.pause.days(on)
    moved = dict(change.moved)
    for part in _to_come(change, enrolment):
        before = moved.get(str(part.id), 0)
        part.due_on += timedelta(days=days - before)
        moved[str(part.id)] = days
    change.moved = moved


def keep_pace(on: date) -> int:
    """Move the instalments of freezes without an end on to this day; answers how many freezes those are."""
    running = select(ClockChange, Enrolment).join(Enrolment, Enrolment.id == ClockChange.enrolment_id)
    running = running.where(
        ClockChange.kind == "medical",
        ClockChange.until.is_(None),
        ClockChange.undone_at.is_(None),
        Enrolment.state == State.active,
    )
    with write() as session:
        found = session.execute(running.with_for_update(of=Enrolment)).all()
        for change, enrolment in found:
            move_payments(change, enrolment, on)
    return len(found)


def _to_come(change: ClockChange, enrolment: Enrolment) -> list[Instalment]:
    """Those due from the freeze's first day on, and those it moved before."""
    mine = select(Instalment).join(Invoice, Invoice.id == Instalment.invoice_id)
    mine = mine.where(Invoice.enrolment_id == enrolment.id)
    known = [int(id_) for id_ in change.moved]
    return list(db.session.scalars(mine.where((Instalment.due_on >= change.start) | Instalment.id.in_(known))))
