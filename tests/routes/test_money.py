"""The place “Money”: who owes, invoices without a gap, a day's payments, the drawer; and the mails that remind."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select

from studio.extensions import db
from studio.models.books.invoices import Instalment, Invoice, Reminder
from studio.models.books.ledger import DrawerCount, Method
from studio.models.database import write
from studio.models.mails import Mail, State
from studio.models.studios import studio_today
from studio.operations.books import reminding

from ..browse import Browser
from ..builders import a_client
from ..people import Cast
from ..statements import counted
from ..till import a_payment, an_invoice

Browse = Callable[..., Browser]


def part_of(invoice: Invoice, number: int = 1) -> Instalment:
    return db.session.scalars(select(Instalment).filter_by(invoice_id=invoice.id, number=number)).one()


def waiting() -> list[Mail]:
    db.session.rollback()
    return [one for one in db.session.scalars(select(Mail).order_by(Mail.id)) if one.state is State.waiting]


def test_what_is_open_stands_by_client_with_the_latest_first(browse: Browse, people: Cast) -> None:
    soon, late = a_client("Ana Soon"), a_client("Ben Late", email="")
    an_invoice(soon, 10000, days=(5,))
    an_invoice(late, 30000, days=(-95, -40, -10))
    browse(people.coach).get("money.index", expect=403)
    page = browse(people.front_desk).get("money.index")
    names = [one.get_text(strip=True) for one in page.select(".owing__name")]
    assert names == ["Ben Late", "Ana Soon"]
    sums = [one.get_text(strip=True) for one in page.select(".sums--spans .num")]
    assert sums == ["£400.00", "£100.00", "£100.00", "£100.00", "£0.00", "£100.00"]
    assert "no e-mail: phone" in page.select_one(".owing__one").get_text()  # type: ignore[union-attr]


def test_the_list_asks_the_same_with_many_as_with_few(browse: Browse, people: Cast) -> None:
    desk = browse(people.front_desk)
    asked = []
    for more in (2, 12):
        for n in range(more):
            an_invoice(a_client(f"Client {more} {n}"), 1000, days=(-4,))
        with counted() as seen:
            desk.get("money.index")
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 12


def test_the_numbers_of_a_year_have_no_gap_and_are_found(browse: Browse, people: Cast) -> None:
    client = a_client("Ana Ruiz")
    for _ in range(3):
        an_invoice(client)
    desk, year = browse(people.front_desk), studio_today().year
    assert f"3 numbers in {year}, 1 to 3, none missing" in desk.get("money_invoices.index").get_text()
    for text, found in (("2", 1), (f"{year}-0003", 1), ("ruiz", 3), ("nobody", 0)):
        assert len(desk.get("money_invoices.index", q=text).select(".people__one")) == found


def test_the_drawer_is_counted_with_a_word_about_what_is_missing(browse: Browse, people: Cast) -> None:
    client = a_client()
    an_invoice(client, 30000)
    a_payment(client, 5000, Method.cash)
    a_payment(client, 9900, Method.card)
    desk = browse(people.front_desk)
    day = desk.get("money_payments.index").get_text(" ", strip=True)
    assert "£149.00" in day
    form = {"opening": "100", "counted": "148", "taken_out": "48"}
    page = desk.post("drawer.create", form, expect=422)
    assert "Say in a few words what the difference may be" in page.get_text()
    desk.post("drawer.create", form | {"note": "Parking"})
    sheet = desk.follow().get_text(" ", strip=True)
    assert "−£2.00" in sheet
    assert client.name in sheet
    desk.post("drawer.create", form | {"counted": "150"})  # counted again
    last = db.session.scalars(select(DrawerCount).order_by(DrawerCount.id.desc())).first()
    assert last is not None
    assert (last.opening, last.expected, last.counted) == (10000, 15000, 15000)


def test_a_late_instalment_is_reminded_of_once_a_step_and_no_more_once_it_is_paid(people: Cast) -> None:
    client = a_client(email="ana@example.com")
    invoice = an_invoice(client, 30000, days=(-4, 24, 52))
    today = studio_today()
    assert [reminding.remind(today), reminding.remind(today)] == [1, 0]
    (mail,) = waiting()
    assert "£100.00 of invoice" in mail.text
    assert "slipped by" in mail.text
    a_payment(client, 4000, days_ago=30)  # a transfer from before it was due
    assert waiting() == [mail]
    a_payment(client, 6000)
    assert waiting() == []  # taken back before it left
    assert reminding.remind(today + timedelta(days=28)) == 1  # the next part, its first step
    with write():
        part_of(invoice, 2).held = "Says it was cancelled"
    assert reminding.remind(today + timedelta(days=36)) == 0


def test_one_long_late_gets_the_last_word_only_and_no_mail_goes_to_nobody(people: Cast) -> None:
    an_invoice(a_client(email=""), 30000, days=(-50,))
    an_invoice(a_client("Ben", email="ben@example.com"), 30000, days=(-50,))
    assert reminding.remind(studio_today()) == 1
    (mail,) = waiting()
    assert "we have written to you before" in mail.text


def test_the_desk_notes_a_call_and_takes_the_note_back(browse: Browse, people: Cast) -> None:
    client = a_client(email="")
    part = part_of(an_invoice(client, 30000, days=(-4,)))
    desk, about = browse(people.front_desk), {"client_id": client.id, "instalment_id": part.id}
    desk.post("instalments.create", {"how": "mail"}, **about)  # no address: nothing is queued, nothing noted
    assert waiting() == []
    assert db.session.query(Reminder).count() == 0
    desk.post("instalments.create", {"how": "phone"}, **about, **{"from": "open"})
    assert "reminded once, last by phone" in desk.follow().get_text(" ", strip=True)
    row = db.session.query(Reminder).one()
    desk.post("instalments.delete", client_id=client.id, reminder_id=row.id)
    assert db.session.query(Reminder).count() == 0


def test_reminders_are_held_back_with_a_reason_and_go_on(browse: Browse, people: Cast) -> None:
    client = a_client(email="ana@example.com")
    part = part_of(an_invoice(client, 30000, days=(-4,)))
    desk, about = browse(people.front_desk), {"client_id": client.id, "instalment_id": part.id}
    desk.post("instalments.update", {"why": "Says it was cancelled"}, **about)
    assert "Says it was cancelled" in desk.follow().get_text()
    assert reminding.remind(studio_today()) == 0
    desk.post("instalments.update", {}, **about)
    assert reminding.remind(studio_today()) == 1
