"""Whatever is done at the till, in any order: the books add up, and no number of an invoice is lost."""

import secrets
from collections.abc import Callable, Sequence
from threading import Thread
from typing import TypeVar

import pytest
from flask import Flask
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select

from studio.extensions import db
from studio.models.books.balances import good_of, on_account, open_of, owed_by
from studio.models.books.due import parts_of
from studio.models.books.invoices import Invoice, InvoiceKind
from studio.models.books.ledger import Entry, EntryKind, Method, Payment
from studio.models.clients import Client
from studio.models.database import write
from studio.models.studios import studio_today
from studio.operations import merges
from studio.operations.books import account, crediting, paying, till
from studio.operations.books.entries import AlreadyReversed

from ..builders import a_client
from ..examples import examples
from ..people import Cast
from ..till import a_payment, an_invoice

Row = TypeVar("Row")
REFUSALS = (crediting.NothingToCredit, account.NotThere, AlreadyReversed, paying.NothingPaid)
WHICH = st.integers(0, 30)
AMOUNT = st.sampled_from([1, 2, 3, 10, 33, 100, 101])


class Till(RuleBasedStateMachine):
    """One client, whose amounts are so small that they meet."""

    def __init__(self) -> None:
        super().__init__()
        self.id = a_client().id
        self.rows: list[int] = []

    @rule(amount=AMOUNT, parts=st.integers(1, 3))
    def invoice(self, amount: int, parts: int) -> None:
        self._try(lambda: an_invoice(self.client, amount, days=[28 * n for n in range(parts)]))

    @rule(amount=AMOUNT, which=st.none() | WHICH, sent=st.integers(1, 2))
    def pay(self, amount: int, which: int | None, sent: int) -> None:
        """Sent twice when the answer was lost."""
        first, key = self._one(self._invoices(), which) if which is not None else None, secrets.token_hex(8)
        said = {"on": studio_today(), "currency": "GBP", "by": Cast().front_desk, "first": first, "key": key}
        before = owed_by(self.id)
        for _ in range(sent):
            self._try(lambda: till.receive(self.client, amount, Method.cash, **said))
        assert owed_by(self.id) == before - amount

    @rule(which=WHICH)
    def take_back(self, which: int) -> None:
        if payment := self._one(self._payments(), which):
            self._try(lambda: till.take_back(payment, "A slip", by=Cast().owner))

    @rule(which=WHICH, amount=AMOUNT)
    def credit(self, which: int, amount: int) -> None:
        if invoice := self._one(self._invoices(), which):
            self._try(lambda: crediting.credit(invoice, amount, "Wrong", by=Cast().owner, key=None))

    @rule(which=WHICH)
    def bill_again(self, which: int) -> None:
        if note := self._one(self._invoices(InvoiceKind.credit_note), which):
            self._try(lambda: crediting.bill_again(note, by=Cast().owner))

    @rule(amount=AMOUNT)
    def give_back(self, amount: int) -> None:
        said = {"currency": "GBP", "by": Cast().owner, "reference": "", "key": None}
        self._try(lambda: till.give_back(self.client, amount, Method.cash, "Asked for", **said))

    @rule(which=WHICH)
    def use(self, which: int) -> None:
        if invoice := self._one(self._invoices(), which):
            self._try(lambda: till.use_account(invoice, by=Cast().owner, key=secrets.token_hex(8)))

    @rule(which=WHICH)
    def free(self, which: int) -> None:
        laid = select(Entry).where(
            Entry.client_id == self.id,
            Entry.kind == EntryKind.allocation,
            Entry.invoice_id.is_not(None),
            Entry.amount < 0,
            Entry.reverses_id.is_(None),
        )
        if row := self._one(db.session.scalars(laid.order_by(Entry.id)).all(), which):
            self._try(lambda: till.free(row, self.client, by=Cast().owner))

    @rule(which=WHICH, undone=st.booleans())
    def write_off(self, which: int, undone: bool) -> None:
        if invoice := self._one(self._invoices(), which):
            row = self._try(lambda: till.write_off(invoice, "Gone", by=Cast().owner, key=None))
            if row is not None and undone:
                self._try(lambda: till.claim_again(row, self.client, by=Cast().owner))

    @invariant()
    def the_books_add_up(self) -> None:
        db.session.rollback()
        rows = db.session.scalars(select(Entry).where(Entry.client_id == self.id).order_by(Entry.id)).all()
        assert [row.amount for row in rows][: len(self.rows)] == self.rows  # nothing is rewritten
        self.rows = [row.amount for row in rows]
        invoices = self._invoices()
        opened = open_of(one.id for one in invoices)
        assert owed_by(self.id) == sum(self.rows) == sum(opened.values()) + on_account(self.id)
        for one in invoices:
            assert 0 <= opened[one.id] <= one.gross, "an invoice is never below nothing, and never above itself"
            assert sum(part.open for part in parts_of(one)) == opened[one.id]
        assert on_account(self.id) <= 0 or any(one.amount < 0 for one in self._payments())

    @invariant()
    def every_payment_pays_what_came_in_and_no_more(self) -> None:
        laid = select(Entry.payment_id, func.sum(Entry.amount)).where(Entry.client_id == self.id)
        sums = {id_: amount for id_, amount in db.session.execute(laid.group_by(Entry.payment_id))}  # noqa: C416
        for payment in db.session.scalars(select(Payment).where(Payment.client_id == self.id)):
            assert sums[payment.id] == -payment.amount
        assert good_of(self.id) >= 0

    @invariant()
    def no_number_is_lost(self) -> None:
        numbers = db.session.scalars(select(Invoice.number).order_by(Invoice.number)).all()
        assert list(numbers) == list(range(1, len(numbers) + 1))

    @property
    def client(self) -> Client:
        return db.session.get_one(Client, self.id)

    def _invoices(self, kind: InvoiceKind = InvoiceKind.invoice) -> list[Invoice]:
        mine = select(Invoice).where(Invoice.client_id == self.id, Invoice.kind == kind)
        return list(db.session.scalars(mine.order_by(Invoice.id)))

    def _payments(self) -> list[Payment]:
        return list(db.session.scalars(select(Payment).where(Payment.client_id == self.id).order_by(Payment.id)))

    @staticmethod
    def _one(rows: Sequence[Row], which: int) -> Row | None:
        return rows[which % len(rows)] if rows else None

    def _try(self, act: Callable[[], Row]) -> Row | None:
        """Do it; what is refused leaves no trace."""
        db.session.rollback()
        before = db.session.scalar(select(func.count()).select_from(Entry))
        try:
            return act()
        except REFUSALS:
            db.session.rollback()
            assert db.session.scalar(select(func.count()).select_from(Entry)) == before
            return None


def test_any_day_at_the_till_adds_up(app: Flask) -> None:
    run_state_machine_as_test(Till, settings=settings(examples(30), stateful_step_count=25))


def two_desks(app: Flask) -> list[int]:
    """The numbers that are given when two desks write at once, one of them having failed before."""
    client = a_client()

    def fail() -> None:
        with write():
            an_invoice(client)
            raise RuntimeError("The power is gone")

    with pytest.raises(RuntimeError):
        fail()

    def at_a_desk() -> None:
        with app.app_context():
            for _ in range(4):
                an_invoice(db.session.get_one(Client, id_))
            db.session.remove()

    id_, desks = client.id, [Thread(target=at_a_desk) for _ in range(2)]
    db.session.rollback()
    for one in desks:
        one.start()
    for one in desks:
        one.join()
    return list(db.session.scalars(select(Invoice.number).order_by(Invoice.number)))


def two_payments(app: Flask) -> tuple[int, int]:
    """Two desks take the same amount at once: what is open of the invoice then, and what lies on the account."""
    client = a_client()
    invoice = an_invoice(client, 1000)
    ids = client.id, invoice.id
    db.session.rollback()

    def at_a_desk() -> None:
        with app.app_context():
            a_payment(db.session.get_one(Client, ids[0]), 1000)
            db.session.remove()

    desks = [Thread(target=at_a_desk) for _ in range(2)]
    for one in desks:
        one.start()
    for one in desks:
        one.join()
    return open_of([ids[1]])[ids[1]], good_of(ids[0])


def test_a_number_is_not_lost_when_a_write_fails_nor_given_twice_when_two_write_at_once(app: Flask) -> None:
    assert two_desks(app) == list(range(1, 9))


def test_two_desks_at_once_do_not_pay_the_same_invoice_twice(app: Flask) -> None:
    assert two_payments(app) == (0, 1000)


def test_two_records_that_become_one_have_one_account_and_two_again(app: Flask) -> None:
    kept, other = a_client("Ana Smith"), a_client("Anna Smith")
    an_invoice(kept, 1000)
    invoice, payment = an_invoice(other, 500), a_payment(other, 700)
    merge = merges.merge(kept, other, set(), by=Cast().owner)
    assert (owed_by(kept.id), owed_by(other.id), good_of(kept.id)) == (800, 0, 200)
    merges.undo(merge, by=Cast().owner)
    assert (owed_by(kept.id), owed_by(other.id)) == (1000, -200)
    assert {invoice.client_id, payment.client_id} == {other.id}
