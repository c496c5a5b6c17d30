"""Reminders of instalments that are late: by mail by themselves, by phone or on paper when somebody says so."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select

from ...clock import utcnow
from ...extensions import db
from ...mail import written
from ...mail.message import NoAddress
from ...models.books.due import Part, open_invoices
from ...models.books.invoices import Instalment, Invoice, Reminder
from ...models.books.trade import the_trade
from ...models.clients import Client
from ...models.database import write
from ...models.mails import Mail
from ...models.studios import studio_today, the_studio
from ...models.users import User
from ...money import in_words
from ...sheets import long_day
from .. import outbox
from ..events import record

KIND = "instalment"


class NotReached(ValueError):
    """No mail can be sent; the message says what to do."""


def remind(today: date) -> int:
    """Write the mails that the studio's steps ask for, each step once; answers how many.

    Whoever was reminded of a later step is not reminded of an earlier one; a part that is held back waits.
    """
    steps, written_ = sorted(the_trade().reminder_days), 0
    if not steps:
        return 0
    owing = [one for one in open_invoices() if one.late(today) >= steps[0]]
    reached = _reached(one.invoice.client_id for one in owing)
    late = [
        (one.invoice, part)
        for one in owing
        for part in one.unpaid
        if part.late(today) >= steps[0] and one.invoice.client_id in reached
    ]
    done, held = _done(part.id for _, part in late), _held(part.id for _, part in late)
    for invoice, part in late:
        step = sum(part.late(today) >= days for days in steps)
        if done.get(part.id, 0) < step and part.id not in held:
            written_ += _remind_of(invoice.id, part, step, len(steps), today)
    return written_


def remind_now(invoice: Invoice, part: Part, how: str, *, by: User) -> Reminder | Mail:
    """Remind of a late part now: by “mail”, which is queued, or note that it was done by “phone” or on “paper”.

    Raises NotReached.
    """
    with write() as session:
        step = (session.scalar(select(func.max(Reminder.step)).where(Reminder.instalment_id == part.id)) or 0) + 1
        row = Reminder(instalment_id=part.id, step=step, at=utcnow(), by_id=by.id, how=how)
        session.add(row)
        session.flush()
        record("instalment.reminded", f"Reminded of an instalment, by {how}", by=by, client=invoice.client,
               subject=f"instalment {part.id}")  # fmt: skip
        if how == "mail":
            return _mail(invoice, part, step, len(the_trade().reminder_days), studio_today(), by=by)
    return row


def take_back(row: Reminder, client: Client, *, by: User) -> None:
    """Take a note of a reminder back."""
    with write() as session:
        record("instalment.reminder-undone", "Note of a reminder taken back", by=by, client=client,
               subject=f"instalment {row.instalment_id}")  # fmt: skip
        session.delete(row)


def hold(instalment: Instalment, client: Client, why: str, *, by: User) -> None:
    """Let no reminder go out for a part while it is in dispute; an empty reason ends that."""
    with write():
        instalment.held = why
        said = "Reminders of an instalment held back" if why else "Reminders of an instalment go on"
        record("instalment.held", said, by=by, client=client, subject=f"instalment {instalment.id}")


def stop_settled(client: Client, *, by: User | None) -> None:
    """Take back the mails that wait for what is paid meanwhile, inside the caller's `write()`."""
    waiting = select(Mail).where(
        Mail.client_id == client.id,
        Mail.kind == KIND,
        Mail.sent_at.is_(None),
        Mail.cancelled_at.is_(None),
        Mail.claimed_at.is_(None),
    )
    mails = db.session.scalars(waiting).all()
    if not mails:
        return
    owing, today = open_invoices(Invoice.client_id == client.id), studio_today()
    late = {f"instalment {part.id}" for one in owing for part in one.unpaid if part.late(today)}
    for mail in mails:
        if mail.about not in late:
            outbox.cancel(mail, by=by)


def _remind_of(invoice_id: int, part: Part, step: int, steps: int, today: date) -> int:
    with write() as session:
        invoice = session.get_one(Invoice, invoice_id)
        client = invoice.client
        told = select(func.max(Reminder.step)).where(Reminder.instalment_id == part.id)
        if (session.scalar(told) or 0) >= step or client.archived_at or not client.email:
            return 0  # done meanwhile; or somebody has to phone: the list of open invoices says so
        try:
            _mail(invoice, part, step, steps, today, by=None)
        except NotReached:
            return 0
        session.add(Reminder(instalment_id=part.id, step=step, at=utcnow(), by_id=None, how="mail"))
        record("instalment.reminded", "Reminded of an instalment, by mail", by=None, client=client,
               subject=f"instalment {part.id}")  # fmt: skip
    return 1


def _mail(invoice: Invoice, part: Part, step: int, steps: int, today: date, *, by: User | None) -> Mail:
    studio, client = the_studio(), invoice.client
    if not client.email:
        raise NotReached("There is no e-mail address on the record. Phone, or put one in")
    message = written(
        "instalment",
        to=client.email,
        to_name=client.name,
        studio=studio.name if studio else "",
        phone=studio.phone if studio else "",
        amount=in_words(part.open, invoice.currency),
        due=long_day(part.due_on),
        days=part.late(today),
        code=invoice.code,
        pay_to=invoice.seller.get("pay_to", ""),
        firm=step >= steps and steps > 1,
        again=step > 1,
    )
    try:
        return outbox.queue(message, about=f"instalment {part.id}", kind=KIND, client=client, by=by)
    except NoAddress:
        raise NotReached("The e-mail address on the record is none. Put it right, or phone") from None


def _reached(ids: Iterable[int]) -> set[int]:
    """The clients that a mail may reach; whoever has no address stands in the list, to be phoned."""
    mine = select(Client.id).where(Client.id.in_(list(ids)), Client.email != "", Client.archived_at.is_(None))
    return set(db.session.scalars(mine))


def _done(ids: Iterable[int]) -> dict[int, int]:
    rows = select(Reminder.instalment_id, func.max(Reminder.step)).where(Reminder.instalment_id.in_(list(ids)))
    return {id_: step for id_, step in db.session.execute(rows.group_by(Reminder.instalment_id))}  # noqa: C416


def _held(ids: Iterable[int]) -> set[int]:
    mine = select(Instalment.id).where(Instalment.id.in_(list(ids)), Instalment.held != "")
    return set(db.session.scalars(mine))
