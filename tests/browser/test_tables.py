"""The owner adjusts the tables in a real browser, and takes it back from the toast."""

from playwright.sync_api import expect

from .conftest import PHONE, SignIn


def test_a_link_is_switched_off_and_taken_back_from_the_toast(sign_in: SignIn) -> None:
    page = sign_in("owner")
    page.goto("/settings/tables")
    page.get_by_label("Finding or muscle").fill("knee inward adductor")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("link", name="Knee moves inward").first.click()
    page.get_by_role("link", name="adductor complex").click()
    page.get_by_label("Off", exact=True).check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Write the reason")
    expect(page.get_by_label("Off", exact=True)).to_be_checked()
    page.get_by_label("Reason").fill("We do not see it")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("switched off", exact=True)).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("taken back", exact=True).first).to_be_visible()
    page.goto("/settings/tables/findings/ohsa.knee_valgus")
    expect(page.get_by_text("switched off", exact=True)).to_have_count(0)


def test_the_tables_fit_a_phone(sign_in: SignIn) -> None:
    page = sign_in("owner", PHONE)
    for address in (
        "/settings/tables",
        "/settings/tables/findings/ohsa.knee_valgus",
        "/settings/tables/exercises",
        "/settings/tables/own-exercises/new?like=act_clam",
        "/settings/tables/changes",
    ):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
