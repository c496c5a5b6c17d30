"""The books for the accountant: files that say what the ledger says, to the cent, with names or without."""

import csv
import io
from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select

from studio.clock import utcnow
from studio.extensions import db
from studio.models.books.invoices import Invoice
from studio.models.books.ledger import Entry, Method, Payment
from studio.models.books.revenue import deferred, earned
from studio.models.books.statement import books
from studio.models.database import write
from studio.models.events import Event
from studio.models.owner.periods import Period
from studio.models.sales.sessions import Credit
from studio.models.tablets import Tablet
from studio.operations import pins
from studio.operations.books import paying
from studio.operations.books.invoicing import issue, line
from studio.operations.sales import credits

from ..browse import Browser
from ..builders import a_client
from ..people import PASSWORD, Cast
from ..sales import a_session, sold
from .test_tablets import at, come, tablet

__all__ = ["tablet"]

Browse = Callable[..., Browser]
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
DAYS = {"since": "2026-03-01", "until": "2026-03-31"}


@pytest.fixture
def month(app: Flask, people: Cast) -> None:
    """A made-up March: two sales before it and one in it, tax of two rates, a part paid, a slip, a refund."""
    zoe, other = a_client("Zoë Papadopoulou"), a_client("=cmd()")
    with time_machine.travel("2026-02-10T12:00Z", tick=False):
        old = sold(zoe, tax_rate=20_000)
        with write():
            paying.take(zoe, 72_200, Method.card, on=date(2026, 2, 10), currency="GBP", by=people.coach,
                        reference="From Zoë’s mother")  # fmt: skip
    with time_machine.travel("2026-03-02T12:00Z", tick=False):
        new = sold(other, tax_rate=5_500)
        with write():
            slip = paying.take(other, 10_001, Method.cash, on=date(2026, 3, 2), currency="GBP", by=people.coach)
        with write():
            paying.take_back(slip, "It was 100.00", on=date(2026, 3, 3), by=people.coach)
            paying.take(other, 10_000, Method.cash, on=date(2026, 3, 3), currency="GBP", by=people.coach)
    with time_machine.travel("2026-03-12T12:00Z", tick=False):
        uses = [a_session(new, days_ago=days, despite="Paid at the door") for days in range(3)]
        a_session(old, despite="Paid at the door")  # instalments are late
    with time_machine.travel("2026-03-20T12:00Z", tick=False), write() as session:
        used = session.scalars(select(Credit).where(Credit.session_id == uses[0].id)).one()
        credits.reverse(used, "Not that day", by=people.coach, on=date(2026, 3, 20))
        bill = session.scalars(select(Invoice).where(Invoice.enrolment_id == old.id)).one()
        back = line("Sessions not used", -50_000, 20_000, included=True)
        issue(zoe, [back], on=date(2026, 3, 20), by=people.owner, enrolment=old, currency="GBP",
              corrects=bill)  # fmt: skip
    with time_machine.travel("2026-04-02T12:00Z", tick=False), write():
        paying.take(other, 300, Method.transfer, on=date(2026, 3, 31), currency="GBP", by=people.coach,
                    reference="RF18 5390")  # fmt: skip


def rows(browser: Browser, name: str, **args: str) -> list[dict[str, str]]:
    answer = browser.http.get(f"/money/exports/{name}.csv", query_string=DAYS | args)
    assert answer.status_code == 200
    assert answer.content_length == len(answer.data)
    text = answer.data.decode("utf-8-sig")
    first, _, rest = text.partition("\r\n")
    assert "2026-03-01 to 2026-03-31" in first
    assert ("with names" in first) == bool(args.get("names") and name != "totals")
    assert f"2026-03-01_2026-03-31_{name}" in answer.headers["Content-Disposition"]
    return list(csv.DictReader(io.StringIO(rest)))


def cents(found: list[dict[str, str]], column: str = "Amount") -> int:
    return int(sum(Decimal(row[column]) for row in found) * 100)


def test_the_files_say_what_the_ledger_says_to_the_cent(month: None, browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    ledger, invoices, payments = (rows(owner, name) for name in ("ledger", "invoices", "payments"))

    def owed(before: date) -> int:
        return db.session.scalar(select(func.coalesce(func.sum(Entry.amount), 0)).where(Entry.on < before)) or 0

    assert cents(ledger) == owed(date(2026, 4, 1)) - owed(date(2026, 3, 1)) == 216_600 - 50_000 - 10_300
    by_kind: defaultdict[str, int] = defaultdict(int)
    for row in ledger:
        by_kind[row["Kind"]] += cents([row])
    assert cents(invoices, "Gross") == by_kind["invoice"] + by_kind["credit note"]
    assert cents(invoices, "Net") + cents(invoices, "Tax") == cents(invoices, "Gross")
    assert {row["Tax rate"] for row in invoices} == {"20%", "5.5%"}
    assert cents(payments) == -by_kind["payment"] == 10_300
    totals = {(row["What"], row["Of"]): cents([row]) for row in rows(owner, "totals")}
    assert totals["Owed by clients before", ""] == 216_600 - 72_200
    assert totals["Owed by clients after", ""] == totals["Owed by clients before", ""] + cents(ledger)
    assert totals["Invoiced, tax", "20%"] == cents([row for row in invoices if row["Tax rate"] == "20%"], "Tax")
    assert (totals["Received", "Cash"], totals["Given back", "Cash"]) == (20_001, -10_001)


def test_the_page_shows_the_same_sums_and_what_came_late(month: None, browse: Browse, people: Cast) -> None:
    page = browse(people.owner).get("money_exports.index", **DAYS).get_text(" ", strip=True)
    assert "1 row was put in after these days were over" in page
    assert "do not agree" not in page
    for said in ("£1,444.00", "£2,166.00", "−£500.00", "£3,007.00", "£103.00"):
        assert said in page


def test_books_that_contradict_themselves_are_told_of(month: None, browse: Browse, people: Cast) -> None:
    with write() as session:
        session.add(
            Payment(client_id=1, received_on=date(2026, 3, 5), method=Method.cash, amount=1, currency="GBP",
                    at=utcnow())
        )  # fmt: skip
    page = browse(people.owner).get("money_exports.index", **DAYS).get_text(" ", strip=True)
    assert "do not agree with themselves" in page


def test_without_names_there_is_no_word_that_somebody_typed(month: None, browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    for name in ("ledger", "invoices", "payments", "totals"):
        text = str(rows(owner, name))
        assert "Zoë" not in text
        assert "cmd" not in text
        assert "RF18" not in text
        assert "Not that day" not in text
    named = [rows(owner, name, names="y") for name in ("ledger", "invoices", "payments")]
    assert all("Zoë Papadopoulou" in {row["Client"] for row in found} for found in named[:2])
    assert {row["Client"] for row in named[2]} == {"'=cmd()"}  # which a spreadsheet does not run
    assert "RF18 5390" in {row["Reference"] for row in named[2]}
    said = list(db.session.scalars(select(Event.summary).where(Event.kind == "money.exported").order_by(Event.id)))
    assert (len(said), said[-1]) == (7, "Payments of 2026-03-01 to 2026-03-31 taken out, with names")


def test_only_the_owner_takes_the_books_out_and_by_pin_with_the_password(
    month: None, browse: Browse, people: Cast, tablet: tuple[Tablet, str]
) -> None:
    for person in (people.coach, people.front_desk):
        assert browse(person).http.get("/money/exports/ledger.csv").status_code == 403
    pins.choose(people.owner, PASSWORD, "917364")
    by_pin = at(browse(), tablet)
    come(by_pin, people.owner, "917364")
    answer = by_pin.http.get("/money/exports/ledger.csv")
    assert (answer.status_code, answer.mimetype) == (403, "text/html")


def test_invoiced_is_what_is_earned_and_what_is_deferred(month: None) -> None:
    """Invoices less credit notes = revenue + the change of what is sold and not delivered, to the cent."""
    flows = earned(MARCH.first, MARCH.last, "GBP")
    before, after = (
        sum(one.amount for one in deferred(day, "GBP")) for day in (MARCH.first - timedelta(1), MARCH.last)
    )
    [found] = books(MARCH.first, MARCH.last, ends=MARCH.moments("UTC")[1], currency="GBP").statements
    net = sum(part.net for part in found.taxed)
    assert net == sum(flow.invoiced for flow in flows) == sum(flow.earned for flow in flows) + after - before
    assert found.agrees
    assert sum(flow.earned for flow in flows) > 0
