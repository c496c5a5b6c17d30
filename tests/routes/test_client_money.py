"""A client's money: what is due, payments in part and too much, slips taken back, the receipt."""

from collections.abc import Callable

from flask import Flask
from sqlalchemy import func, select

from studio.extensions import db
from studio.models.books.balances import good_of, open_of, owed_by
from studio.models.books.ledger import Payment

from ..browse import Browser
from ..builders import a_client
from ..documents.reading import text as text_of
from ..people import Cast
from ..sales import sold
from ..till import a_payment, an_invoice

Browse = Callable[..., Browser]


def pay(desk: Browser, client_id: int, **sent: str) -> None:
    desk.post("payments.create", {"method": "card", "key": "one tap"} | sent, client_id=client_id)


def test_the_amount_that_is_due_stands_in_the_box_and_a_part_leaves_the_rest_open(browse: Browse, people: Cast) -> None:
    client = a_client()
    invoice = an_invoice(client, 30000, days=(-3, 28, 56))
    desk = browse(people.front_desk)
    page = desk.get("client_money.show", client_id=client.id)
    assert page.select_one("[name=amount]")["value"] == "100.00"  # type: ignore[index]
    assert "3 days late" in page.get_text(" ", strip=True)
    pay(desk, client.id, amount="60", reference="slip 8")
    assert open_of([invoice.id])[invoice.id] == 24000
    assert desk.follow().select_one("[name=amount]")["value"] == "40.00"  # type: ignore[index]


def test_a_form_sent_twice_is_one_payment_and_what_is_too_much_lies_on_the_account(
    browse: Browse, people: Cast
) -> None:
    client = a_client()
    an_invoice(client, 5000)
    desk = browse(people.front_desk)
    for _ in range(2):
        pay(desk, client.id, amount="£62.50")
    assert db.session.scalar(select(func.count()).select_from(Payment)) == 1
    assert good_of(client.id) == 1250
    assert "£12.50" in desk.follow().select_one(".notice").get_text()  # type: ignore[union-attr]


def test_what_was_typed_stays_when_something_is_missing(browse: Browse, people: Cast) -> None:
    client = a_client()
    desk = browse(people.front_desk)
    page = desk.post("payments.create", {"amount": "12,5x", "reference": "slip 8"}, client_id=client.id, expect=422)
    words = page.select_one(".error-summary").get_text(" ")  # type: ignore[union-attr]
    assert "Enter an amount in figures" in words
    assert "Choose how it was paid" in words
    assert page.select_one("[name=amount]")["value"] == "12,5x"  # type: ignore[index]


def test_a_slip_is_taken_back_by_a_row_of_its_own_and_only_once(browse: Browse, people: Cast) -> None:
    client = a_client()
    invoice, payment = an_invoice(client, 30000), a_payment(client, 10000)
    desk = browse(people.front_desk)
    about = {"client_id": client.id, "payment_id": payment.id}
    assert "Enter the reason" in desk.post("payment_reversals.create", {"why": ""}, **about, expect=422).get_text()
    for _ in range(2):
        desk.post("payment_reversals.create", {"why": "Card refused"}, **about)
    assert open_of([invoice.id])[invoice.id] == 30000
    ledger = desk.get("client_money.show", client_id=client.id).select_one("#ledger").get_text(" ", strip=True)  # type: ignore[union-attr]
    assert "Payment taken back" in ledger
    assert "Card refused" in ledger
    assert people.front_desk.name in ledger


def test_money_noted_with_the_wrong_client_goes_where_it_belongs(browse: Browse, people: Cast) -> None:
    wrong, right = a_client("Ana Smith"), a_client("Anna Smythe")
    owed, payment = an_invoice(right, 10000), a_payment(wrong, 10000)
    desk = browse(people.front_desk)
    about = {"client_id": wrong.id, "payment_id": payment.id}
    assert "Anna Smythe" in desk.get("payment_reversals.new", **about, name="smythe").get_text()
    desk.post("payment_reversals.update", {"to": str(right.id)}, **about)
    assert (owed_by(wrong.id), owed_by(right.id), open_of([owed.id])[owed.id]) == (0, 0, 0)


def test_the_first_receipt_is_the_original_and_the_next_ones_say_that_they_are_not(
    app: Flask, browse: Browse, people: Cast
) -> None:
    client = a_client()
    sold(client)
    payment = a_payment(client, 72200)
    desk = browse(people.front_desk)
    about = {"client_id": client.id, "payment_id": payment.id}
    printed = []
    for _ in range(2):
        desk.get("payment_receipts.show", **about)
        assert desk.last
        printed.append(desk.last.data)
    a_payment(client, 72200)  # later than the receipt, which still says what it said
    desk.get("payment_receipts.show", **about)
    assert desk.last
    first, *again = [text_of(one) for one in (*printed, desk.last.data)]
    assert "£1,444.00 still to pay in all" in first
    assert "24 of 24 sessions left" in first
    assert "week 1/12 · 0 of 24 used" in first
    assert "Duplicate" not in first
    assert all("Duplicate" in one and "£1,444.00 still to pay in all" in one for one in again)
