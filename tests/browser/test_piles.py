"""Many papers in one go: chosen, watched while they are bound, opened; and left in the middle."""

from playwright.sync_api import Page, expect

from ..builders import a_client
from ..programmes import KIT, a_draft, issue
from .axe import violations
from .server import Server

NAMES = ("Bo Li", "Maria Smith", "Zoë Papadopoulou")


def test_a_pile_puts_itself_together_even_when_its_page_is_left(page: Page, server: Server) -> None:
    with server.look():
        for name in NAMES:
            issue(a_draft(a_client(name, equipment=KIT)))
    page.goto("/print-runs/new?q=smith")
    expect(page.get_by_role("checkbox", name="Maria Smith")).to_be_checked()
    assert not violations(page)
    page.goto("/day-packs/new")
    for name in NAMES:
        expect(page.get_by_role("checkbox", name=name)).to_be_checked()
    assert not violations(page)
    with page.expect_request("**/pile"):
        page.get_by_role("button", name="Day pack").press("Enter")
    left = page.url
    page.goto("/clients")
    page.goto(left)
    ready = page.get_by_role("link", name="Open and print")
    expect(ready).to_be_visible(timeout=30_000)
    assert not violations(page)
    sent = page.request.get(str(ready.get_attribute("href")))
    assert sent.headers["content-type"] == "application/pdf"
    assert sent.body().startswith(b"%PDF-")
