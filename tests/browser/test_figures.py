"""The owner's figures in a real browser: charts that fit every screen, their numbers at hand, and on paper too."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from pypdf import PdfReader

from studio.clock import today
from studio.models.sales.enrolments import Left, State

from ..builders import a_client, a_referral
from ..ledgers import a_session, an_enrolment, payment
from ..people import Cast
from .axe import violations
from .conftest import PHONE, PORTRAIT, TABLET, SignIn
from .server import Server

PAGES = ("/figures", "/figures/money", "/figures/slipping", "/figures/renewals")
# Words of a chart that are cut off by their picture's edge, or lie on one another side by side.
CLASHES = """pictures => pictures.flatMap(picture => {
  const [from, to] = [document.documentElement.getBoundingClientRect().left, innerWidth];
  const words = [...picture.querySelectorAll("text")].filter(one => one.getClientRects().length && one.textContent);
  const boxes = words.map(one => [one.textContent, one.getBoundingClientRect()]);
  const out = boxes.filter(([, box]) => box.left < from - 1 || box.right > to + 1).map(([text]) => `${text} is cut`);
  const over = boxes.flatMap(([text, box], at) => boxes.slice(at + 1)
    .filter(([, other]) => box.left < other.right - 1 && other.left < box.right - 1
                        && box.top < other.bottom - 4 && other.top < box.bottom - 4)
    .map(([other]) => `${text} on ${other}`));
  return [...out, ...over];
})"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Half a year of three clients with very long names and two coaches."""
    running = Server(tmp_path_factory.mktemp("figures"))
    some_months(running)
    running.start()
    yield running
    running.stop()


def some_months(house: Server) -> None:
    with house.look():
        cast, day = Cast(), today("Europe/London")
        for number in range(3):
            client = a_client("Oluwaseun Adébáyò-Whitcombe-Featherstonehaugh", ready=False)
            a_referral(client_id=client.id)
            name = "Twelve weeks, twice a week, with everything that there is" if number else "12 weeks"
            one = an_enrolment(client, day - timedelta(weeks=24 - 7 * number), coach=cast.other_coach, name=name)
            payment(one, 76_000, one.sold_on)
            for session in range(0, 70, 5):
                coach = cast.coach if session % 2 else cast.other_coach
                a_session(one, one.sold_on + timedelta(days=session), coach=coach)
        an_enrolment(client, day - timedelta(weeks=9), state=State.cancelled, ended_on=day, left=Left.relocation)


def look(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert page.locator(".chart__picture").evaluate_all(CLASHES) == [], address


def test_charts_fit_every_screen_and_have_their_numbers_at_hand(house: Server, sign_in: SignIn) -> None:
    page = sign_in("owner", TABLET, at=house)
    for size in (TABLET, PORTRAIT, PHONE):
        look(page, size)
    page.goto("/figures")
    for details in page.locator(".chart__numbers").all():
        details.locator("summary").click()
    expect(
        page.get_by_role("region", name="Sessions held by week: the numbers").get_by_role("row").nth(1)
    ).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    page.get_by_role("link", name="This month").click()
    page.locator(".tabs").get_by_role("link", name="Money").click()
    expect(page.get_by_role("link", name="This month")).to_have_attribute("aria-current", "true")
    assert violations(page) == []
    with page.expect_download() as file:
        page.locator("#revenue-card").get_by_role("link", name="CSV").click()
    assert file.value.suggested_filename.endswith("_revenue.csv")


def test_the_page_prints_with_its_numbers(house: Server, sign_in: SignIn) -> None:
    page = sign_in("owner", TABLET, at=house, java_script_enabled=False)
    page.goto("/figures/money")
    paper = "\n".join(one.extract_text() for one in PdfReader(BytesIO(page.pdf(format="A4"))).pages)
    assert "Revenue by month" in paper
    assert "Invoiced" in paper.partition("Revenue by month")[2]
