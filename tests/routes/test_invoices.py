"""Invoices with their corrections, money given back, write-offs: each can be taken back, and says why."""

from collections.abc import Callable

from studio.extensions import db
from studio.models.books.balances import good_of, open_of, owed_by
from studio.models.books.invoices import Invoice

from ..browse import Browser
from ..builders import a_client
from ..documents.reading import text as text_of
from ..people import Cast
from ..till import a_payment, an_invoice

Browse = Callable[..., Browser]


def newest() -> Invoice:
    return db.session.query(Invoice).order_by(Invoice.id.desc()).first()  # type: ignore[return-value]


def test_a_freestanding_invoice_gets_the_next_number_and_is_undone_by_a_credit_note(
    browse: Browse, people: Cast
) -> None:
    client = a_client()
    an_invoice(client)
    desk = browse(people.front_desk)
    lines = {"words_1": "Foam roller", "count_1": "2", "each_1": "24.50", "days": "14", "key": "once"}
    for _ in range(2):
        desk.post("invoices.create", lines, client_id=client.id)
    invoice = newest()
    assert (invoice.number, invoice.gross, (invoice.due_on - invoice.issued_on).days) == (2, 4900, 14)
    desk.post("credit_notes.create", client_id=client.id, invoice_id=invoice.id)  # the toast
    assert open_of([invoice.id])[invoice.id] == 0
    assert newest().code.endswith("-0003")
    page = desk.post("invoices.create", {"words_1": "Mat", "each_1": ""}, client_id=client.id, expect=422)
    assert "Enter its price" in page.get_text()


def test_a_correction_is_looked_at_first_and_frees_what_was_paid(browse: Browse, people: Cast) -> None:
    client = a_client()
    invoice = an_invoice(client, 30000)
    a_payment(client, 30000)
    desk, about = browse(people.front_desk), {"client_id": client.id, "invoice_id": invoice.id}
    sent = {"amount": "100", "why": "Four sessions less", "key": "one"}
    seen = desk.post("credit_notes.create", sent, **about, expect=200).get_text(" ", strip=True)
    assert "£100.00 of it was paid already and goes to the account" in seen
    assert owed_by(client.id) == 0  # nothing has happened yet
    too_much = desk.post("credit_notes.create", sent | {"amount": "400"}, **about, expect=422)
    assert "Enter £300.00 or less" in too_much.get_text()
    for _ in range(2):
        desk.post("credit_notes.create", sent | {"issue": "y"}, **about)
    assert good_of(client.id) == 10000
    note = newest()
    desk.get("invoices.paper", client_id=client.id, invoice_id=note.id)
    assert desk.last
    said = text_of(desk.last.data)
    desk.get("invoices.paper", **about)
    corrected = text_of(desk.last.data)
    assert "£100.00" in corrected.partition("Taken back by credit notes")[2]
    assert "£200.00" in corrected.partition("Paid by")[2]
    assert f"corrects invoice {invoice.code}" in said
    assert "−£100.00" in said
    desk.post("credit_notes.delete", client_id=client.id, invoice_id=note.id)  # invoiced again, and paid at once
    assert (good_of(client.id), owed_by(client.id)) == (0, 0)


def test_only_the_owner_gives_money_back_and_no_more_than_there_is(browse: Browse, people: Cast) -> None:
    client = a_client()
    a_payment(client, 5000)
    browse(people.front_desk).get("refunds.new", client_id=client.id, expect=403)
    owner = browse(people.owner)
    form = {"amount": "60", "method": "transfer", "why": "Paid twice", "key": "k"}
    page = owner.post("refunds.create", form, client_id=client.id, expect=422)
    assert "Enter £50.00 or less" in page.get_text()
    owner.post("refunds.create", form | {"amount": "50"}, client_id=client.id)
    assert owed_by(client.id) == 0
    ledger = owner.get("client_money.show", client_id=client.id)
    undo = ledger.select_one("form[action*=refunds]")
    assert undo is not None
    owner.http.post(str(undo["action"]), data={"csrf_token": owner.token()})
    assert good_of(client.id) == 5000


def test_what_is_written_off_is_owed_again_when_that_is_taken_back(browse: Browse, people: Cast) -> None:
    client = a_client()
    invoice = an_invoice(client, 5000)
    owner, about = browse(people.owner), {"client_id": client.id, "invoice_id": invoice.id}
    owner.post("write_offs.create", {"why": ""}, **about, expect=422)
    owner.post("write_offs.create", {"why": "Cannot be reached", "key": "w"}, **about)
    assert owed_by(client.id) == 0
    undo = owner.get("client_money.show", client_id=client.id).select_one("form[action*=write-offs]")
    assert undo is not None
    owner.http.post(str(undo["action"]), data={"csrf_token": owner.token()})
    assert open_of([invoice.id])[invoice.id] == 5000


def test_money_on_the_account_pays_an_invoice_and_lies_there_again(browse: Browse, people: Cast) -> None:
    client = a_client()
    a_payment(client, 2000)
    invoice = an_invoice(client, 5000)
    desk = browse(people.front_desk)
    for _ in range(2):
        desk.post("allocations.create", {"key": "k"}, client_id=client.id, invoice_id=invoice.id)
    assert (open_of([invoice.id])[invoice.id], good_of(client.id), owed_by(client.id)) == (3000, 0, 3000)
    undo = desk.get("client_money.show", client_id=client.id).select_one("form[action*=allocations]")
    assert undo is not None
    desk.http.post(str(undo["action"]), data={"csrf_token": desk.token()})
    assert (open_of([invoice.id])[invoice.id], good_of(client.id)) == (5000, 2000)
