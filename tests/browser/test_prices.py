"""Prices in a real browser: one is changed, two are compared for a client, and what was sold stays as it was."""

from dataclasses import replace

from playwright.sync_api import Page, expect

from studio.models.studios import studio_today
from studio.operations.sales.selling import Sale, sell

from ..builders import a_client
from ..offers import TWICE, an_offer
from ..people import Cast
from .axe import violations
from .conftest import SignIn
from .server import Server

TWO = replace(TWICE, name="Twelve weeks, for a quote", price=216_000, instalment_days=(0, 28, 56))
ONE = replace(TWICE, name="Once a week, for a quote", price=114_000, sessions=12, per_week=1)


def test_a_price_is_changed_and_two_are_compared_and_printed(sign_in: SignIn, page: Page, server: Server) -> None:
    with server.look():
        before, client = a_client("Sold Before"), a_client("Ana Ferreira")
        offer = an_offer(TWO)
        an_offer(ONE)
        enrolment = sell(before, Sale(offer, studio_today()), by=Cast().coach)
        old, offer_id, client_id = (before.id, enrolment.id), offer.offer_id, client.id

    owner = sign_in("owner")
    owner.goto(f"/prices/{offer_id}")
    owner.get_by_role("link", name="Change").click()
    owner.get_by_label("Price", exact=True).fill("2,400")
    expect(owner.locator("#price-sum")).to_contain_text("£100.00")
    assert not violations(owner)
    owner.get_by_role("button", name="Save as a new version").click()
    expect(owner.get_by_text("holds today")).to_be_visible()
    expect(owner.locator(".lines")).to_contain_text("£2,160.00")
    owner.goto(f"/clients/{old[0]}/enrolments/{old[1]}")
    expect(owner.locator("main")).to_contain_text("£2,160.00")

    page.goto(f"/clients/{client_id}/quotes/new")
    page.get_by_label("First").select_option(label=ONE.name)
    page.get_by_label("Second").select_option(label=TWO.name)
    page.get_by_label("In parts").nth(1).check()
    page.get_by_label("Discount").nth(1).fill("5")
    expect(page.locator("#quote-sums")).to_contain_text("£760.00")
    page.get_by_label("Why is there a discount?").fill("A friend")
    assert not violations(page)
    page.get_by_role("button", name="Save the quote").click()
    expect(page.locator(".quote-column").nth(1)).to_contain_text("£2,280.00")
    paper = page.get_by_role("link", name="Print").get_attribute("href")
    assert page.request.get(str(paper)).body().startswith(b"%PDF-1.7")
    page.get_by_role("link", name=f"Sell this: {TWO.name}").click()
    expect(page.locator("#pay")).to_contain_text("£2,280.00")
