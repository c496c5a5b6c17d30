"""The owner's money: what was earned and taken in a time, cut by month, package, coach and door."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import time_machine

from studio.models.books.ledger import Method
from studio.models.sales.sessions import CreditKind

from ..browse import Browser
from ..builders import a_client, a_referral
from ..ledgers import a_session, an_enrolment, credit, payment
from ..people import Cast
from ..statements import counted
from .test_owner_figures import table

Browse = Callable[..., Browser]
NAMES = ("revenue", "takings", "packages", "coaches", "sources", "deferred", "deferred-by-month", "owed")
TODAY = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def sold(people: Cast) -> None:
    """Two packages: ten sessions of 100.00 each and tax on it, and one single session of the other coach."""
    nora, bo = a_client("Nora Lindgren", ready=False), a_client("Bo Li", ready=False)
    a_referral(client_id=nora.id)
    ten = an_enrolment(nora, date(2026, 9, 1), sessions=10, net=100_000, tax=20_000, name="Ten sessions")
    payment(ten, 60_000, date(2026, 9, 1))
    payment(ten, 30_000, date(2026, 10, 5), Method.cash)
    for day in (date(2026, 9, 3), date(2026, 9, 10), date(2026, 10, 1)):
        a_session(ten, day)
    credit(ten, CreditKind.returned, 1, date(2026, 11, 2))
    single = an_enrolment(bo, date(2026, 10, 2), sessions=1, net=8_000, name="Single", coach=people.other_coach)
    payment(single, 8_000, date(2026, 10, 2))
    a_session(single, date(2026, 10, 2), coach=people.other_coach)


@pytest.mark.usefixtures("sold")
def test_each_cut_of_the_money_says_the_same_sum(browse: Browse, people: Cast) -> None:
    with time_machine.travel(TODAY, tick=False):
        browser = browse(people.owner)
        page = browser.get("owner_figures.money")
        found = {name: table(browser, name, asked="money_export") for name in NAMES}
    words = page.find("dl", class_="key-figures").get_text(" ", strip=True)
    assert words.startswith("Earned £280.00 net, by sessions used Invoiced £1,080.00")
    assert "Taken £980.00" in words
    assert "Not delivered £800.00" in words
    assert found["revenue"][0] == ["Month", "Earned", "Invoiced"]
    assert [row for row in found["revenue"][1:] if row[1] != "0.00"] == [
        ["Sep 2026", "200.00", "1000.00"], ["Oct 2026", "180.00", "80.00"], ["Nov 2026", "-100.00", "0.00"],
    ]  # fmt: skip
    assert ["Oct 2026", "300.00", "80.00", "380.00"] in found["takings"]
    assert found["packages"][1:] == [
        ["Ten sessions", "200.00", "1000.00", "900.00"], ["Single", "80.00", "80.00", "80.00"],
    ]  # fmt: skip
    assert [row[0] for row in found["coaches"][1:]] == ["Dana Whitfield", "Jonas Keller"]
    assert [row[:2] for row in found["sources"][1:]] == [["Referral form", "200.00"], ["At the desk", "80.00"]]
    assert found["deferred"][1:] == [["Ten sessions", "800.00", "1", "8"]]
    assert found["owed"][1:4] == [
        ["Not yet due", "0.00", "0"], ["1 to 30 days late", "0.00", "0"], ["31 to 60 days late", "0.00", "0"],
    ]  # fmt: skip
    assert found["owed"][4] == ["61 to 90 days late", "300.00", "1"]
    assert "Late £300.00" in words
    assert [row[1] for row in found["deferred-by-month"][-3:]] == ["800.00", "700.00", "800.00"]


@pytest.mark.usefixtures("sold")
def test_a_shorter_time_is_cut_in_page_and_file_alike(browse: Browse, people: Cast) -> None:
    asked = {"since": "2026-09-05", "until": "2026-09-30"}
    with time_machine.travel(TODAY, tick=False):
        browser = browse(people.owner)
        page = browser.get("owner_figures.money", **asked)
        rows = table(browser, "revenue", asked="money_export", **asked)
        link = next(one["href"] for one in page.find_all("a", class_="chart__file") if "table=revenue" in one["href"])
    assert rows[1:] == [["Sep 2026", "100.00", "0.00"]]
    assert "since=2026-09-05" in link


def test_a_house_that_sold_nothing_has_a_page(browse: Browse, people: Cast) -> None:
    browser = browse(people.owner)
    browser.get("owner_figures.money")
    with counted() as statements:
        page = browser.get("owner_figures.money")
    assert len(statements) <= 12
    assert "Everything that was invoiced is paid" in page.get_text()
    assert page.get_text().count("Nothing in this time") == 5
