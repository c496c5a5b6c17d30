"""The house opens in a real browser."""

from playwright.sync_api import Page, expect


def test_a_page_keeps_to_the_policy(page: Page) -> None:
    page.goto("/nothing-here")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing at this address")
