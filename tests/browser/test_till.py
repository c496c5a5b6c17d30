"""The till on a real browser: a payment that is too much and goes back, and a day that ends with a count."""

from playwright.sync_api import Page, expect

from studio.models.clients import Client

from ..builders import a_client
from ..till import an_invoice
from .axe import violations
from .conftest import PHONE, PORTRAIT, SignIn
from .server import Server


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_too_much_is_paid_and_given_back_and_taken_back_again(server: Server, sign_in: SignIn) -> None:
    with server.look():
        client: Client = a_client("Philippa Overton")
        an_invoice(client, 30000, days=(-3, 28, 56))
        client_id = client.id
    page = sign_in("owner", PHONE)
    page.goto(f"/clients/{client_id}")
    page.locator("#packages").get_by_role("link", name="Money", exact=True).click()
    expect(page.get_by_label("Amount")).to_have_value("100.00")  # what is due
    page.get_by_label("Amount").fill("320")
    page.get_by_label("Card terminal").check()
    page.get_by_role("button", name="Take payment").click()
    expect(page.get_by_text("£320.00 received, card terminal.").first).to_be_visible()
    assert fits(page)
    assert not violations(page)
    page.get_by_role("link", name="Give £20.00 back").click()
    page.get_by_label("Card terminal").check()
    page.get_by_label("Why").fill("Paid too much")
    page.get_by_role("button", name="Give it back").click()
    expect(page.locator("#ledger")).to_contain_text("Given back")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".sums")).to_contain_text("£20.00")
    assert fits(page)


def test_a_day_ends_with_who_owes_a_call_and_the_count_of_the_drawer(server: Server, sign_in: SignIn) -> None:
    with server.look():
        late, paid = a_client("Quentin Lateworth", email=""), a_client("Rosalind Prompt")
        an_invoice(late, 9000, days=(-400,))  # so late that nobody of another test comes before
        an_invoice(paid, 5000)
    page = sign_in("front_desk", PORTRAIT)
    page.goto("/money")
    expect(page.locator(".owing__name").first).to_have_text("Quentin Lateworth")
    page.get_by_role("button", name="Note that Quentin Lateworth was phoned").click()
    expect(page.locator(".owing__one").first).to_contain_text("reminded once, last by phone")
    page.get_by_role("link", name="Drawer").click()
    page.get_by_label("In the drawer before").fill("100")
    page.get_by_label("Counted", exact=True).fill("99")
    page.get_by_role("button", name="Put the count on record").click()
    expect(page.get_by_text("Say in a few words what the difference may be").first).to_be_visible()
    expect(page.get_by_label("Counted", exact=True)).to_have_value("99")
    page.get_by_label("A word about the difference").fill("Stamps")
    page.get_by_role("button", name="Put the count on record").click()
    expect(page.get_by_text("Stamps")).to_be_visible()
    assert fits(page)
    assert not violations(page)
