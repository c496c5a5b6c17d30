"""Selling at the desk: three taps, what it comes to in sight, and one tap back."""

from dataclasses import replace

from playwright.sync_api import Page, expect

from ..builders import a_client
from ..offers import TWICE, an_offer
from .axe import violations
from .server import Server

TERMS = replace(TWICE, name="Twelve weeks, by tap", price=216000)


def test_a_package_is_sold_in_three_taps_and_taken_back_in_one(page: Page, server: Server) -> None:
    with server.look():
        client = a_client("Oluwaseun Adébáyò")
        an_offer(TERMS)
        client_id = client.id
    taps: list[str] = []
    page.expose_function("tapped", lambda text: taps.append(text))
    page.add_init_script("document.addEventListener('click', e => e.isTrusted && tapped(e.target.textContent), true)")
    page.goto(f"/clients/{client_id}")
    expect(page.locator("#packages")).to_contain_text("No package runs")
    page.get_by_role("link", name="Sell a package").click()
    expect(page.get_by_role("heading", name="Sell a package")).to_be_visible()
    assert not violations(page)
    taps.clear()

    page.get_by_role("radio", name="Twelve weeks, by tap").click()
    expect(page.locator("#pay")).to_contain_text("£2,160.00")
    page.get_by_label("Next Monday").click()
    expect(page.locator("#pay h2")).to_contain_text("Monday")
    page.locator("#pay").get_by_role("button", name="Card terminal").click()
    expect(page.locator(".enrolment-line")).to_contain_text("0 of 24 used")
    assert len(taps) == 3, taps

    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.locator("#packages")).to_contain_text("No package runs")
    expect(page.get_by_text("The sale is taken back")).to_be_visible()
