"""The desk with a mouse and a thumb: accept in two taps, decline, and take both back."""

from playwright.sync_api import Page, expect

from ..builders import a_client, a_referral
from .axe import violations
from .server import Server


def test_a_referral_of_somebody_known_is_accepted_in_two_taps_and_taken_back_in_one(page: Page, server: Server) -> None:
    with server.look():
        known = a_client("Nora Lindgren", email="")
        referral = a_referral("Nora Lindgren", person={"email": "nora@mail.example"})
        address, record = f"/referrals/{referral.id}", f"/clients/{known.id}"
    page.goto(address)
    assert violations(page) == []
    taken = page.get_by_role("checkbox", name="E-mail")
    expect(taken).to_be_hidden()
    taps = 0
    page.get_by_role("radio", name="This is the same person").check()
    taps += 1
    expect(taken).to_be_checked()
    page.get_by_role("button", name="Accept", exact=True).click()
    taps += 1
    page.wait_for_url(f"**{record}")
    assert taps == 2
    expect(page.get_by_text("Next: readiness and consent")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="nora@mail.example")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.wait_for_url(f"**{address}")
    expect(page.get_by_role("button", name="Accept", exact=True)).to_be_visible()


def test_a_call_in_vain_and_a_decline_are_undone_on_a_phone(phone: Page, server: Server) -> None:
    with server.look():
        address = f"/referrals/{a_referral('Wanda Petrov').id}"
    phone.goto(address)
    phone.get_by_role("button", name="No answer").click()
    expect(phone.get_by_text("Tried 1 time")).to_be_visible()
    phone.get_by_text("Decline", exact=True).first.click()
    phone.get_by_role("button", name="Decline").click()
    expect(phone.get_by_text("Say why")).to_be_visible()
    phone.get_by_label("Why not?").fill("No free hours before March")
    phone.get_by_role("button", name="Decline").click()
    expect(phone.get_by_role("button", name="Open again")).to_be_visible()
    phone.get_by_role("button", name="Undo").click()
    expect(phone.get_by_role("button", name="Reached them")).to_be_visible()
    expect(phone.get_by_text("Tried 1 time")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
