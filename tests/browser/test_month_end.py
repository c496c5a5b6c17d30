"""The end of a month on a real browser: the sums are looked at, and the accountant's file holds the same."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import expect

from ..builders import a_client
from ..ledgers import an_enrolment, invoice, payment
from .conftest import PORTRAIT, SignIn
from .server import Server


def test_the_owner_looks_at_a_month_and_takes_it_out_with_names(
    server: Server, sign_in: SignIn, tmp_path: Path
) -> None:
    with server.look():
        sale = an_enrolment(a_client("Ottoline Marchbanks"), date(2019, 5, 3), net=190_000, tax=38_000)
        payment(sale, 76_000, date(2019, 5, 3))
        invoice(sale, -10_000, -2_000, date(2019, 5, 20))
        payment(sale, -1_050, date(2019, 5, 31))
    page = sign_in("owner", PORTRAIT)
    page.goto("/figures/money")
    page.get_by_role("link", name="For the accountant").click()
    page.get_by_label("From").fill("2019-05-01")
    page.get_by_label("To", exact=True).fill("2019-05-31")
    page.get_by_label("With the names of clients").check()
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("1 May 2019 to 31 May 2019")).to_be_visible()
    owed = page.get_by_role("region", name="What clients owe").last
    expect(owed.get_by_role("row").last).to_contain_text("£1,410.50")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Ledger").click()
    file = tmp_path / coming.value.suggested_filename
    coming.value.save_as(file)
    assert file.name == "2019-05-01_2019-05-31_ledger_names.csv"
    head, *rows = list(csv.reader(file.read_text("utf-8-sig").splitlines()))[1:]
    found = [dict(zip(head, row, strict=True)) for row in rows]
    assert sum(Decimal(row["Amount"]) for row in found) == Decimal("1410.50")
    assert {row["Client"] for row in found} == {"Ottoline Marchbanks"}
