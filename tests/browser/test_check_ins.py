"""At the desk, by touch: a tap checks in, another takes it back; a freeze is seen before it is made."""

from datetime import timedelta

from playwright.sync_api import Page, Route, expect

from studio.models.sales.credits import balance_of
from studio.models.studios import studio_today

from ..builders import a_client
from ..sales import sold
from .axe import violations
from .server import Server


def test_one_tap_checks_in_and_one_takes_it_back(portrait: Page, server: Server) -> None:
    with server.look():
        package = sold(a_client("Beatrix Farnsworth")).id
    portrait.goto("/check-ins")
    row = portrait.locator(".check-in", has_text="Beatrix Farnsworth")
    row.get_by_role("button", name="Check in").tap()
    expect(row).to_contain_text("1 of 24 used")
    expect(portrait.locator(".toast")).to_contain_text("attended, 23 sessions left")
    assert not violations(portrait)
    row.get_by_role("button", name="Undo the session").tap()
    expect(row.get_by_role("button", name="Check in")).to_be_visible()
    row.get_by_role("button", name="Check in").tap()
    portrait.locator(".toast").get_by_role("button", name="Undo").tap()
    expect(portrait.locator(".toast")).to_contain_text("taken back")
    with server.look():
        assert balance_of(package).left == 24


def test_a_tap_whose_answer_was_lost_is_one_session(page: Page, server: Server) -> None:
    with server.look():
        package = sold(a_client("Lorna Quist")).id

    def lose(route: Route) -> None:
        route.fetch()
        route.abort("connectionreset")

    page.route("**/clients/*/check-ins", lose, times=1)
    page.goto("/check-ins?name=lorna")
    row = page.locator(".check-in", has_text="Lorna Quist")
    with page.expect_event("requestfailed"):
        row.get_by_role("button", name="Check in").tap()
    with server.look():
        assert balance_of(package).left == 23
    row.get_by_role("button", name="Check in").tap()
    expect(row).to_contain_text("1 of 24 used")
    with server.look():
        assert balance_of(package).left == 23


def test_a_freeze_says_what_it_changes_and_is_made_with_two_taps(page: Page, server: Server) -> None:
    with server.look():
        sale = sold(a_client("Ottilie Brandt"))
        address, first = f"/clients/{sale.client_id}", studio_today() + timedelta(days=10)
    page.goto(address)
    page.get_by_role("link", name="Freeze").tap()
    for box, day in (("First day", first), ("Last day", first + timedelta(days=13))):
        group = page.get_by_role("group", name=box)
        for part in ("day", "month", "year"):
            group.get_by_label(part.capitalize()).fill(str(getattr(day, part)))
    page.get_by_label("Why?").fill("Holiday")
    preview = page.locator("#freeze-preview")
    expect(preview).to_contain_text("14 days frozen")
    expect(preview).to_contain_text("Payments stay on their days")
    assert not violations(page)
    page.get_by_role("button", name="Freeze").tap()
    expect(page.locator(".toast")).to_contain_text("Frozen from")
    expect(page.get_by_role("row", name="Holiday")).to_be_visible()
