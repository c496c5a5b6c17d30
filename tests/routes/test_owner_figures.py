"""The owner's pages: who comes and how far they get, in a time that is chosen."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import time_machine

from studio.models.referrals import Kind, Via

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, a_merge, a_referral
from ..people import Cast
from ..statements import counted

Browse = Callable[..., Browser]
MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
NEXT = MONDAY + timedelta(days=9)


def table(browser: Browser, name: str, *, asked: str = "export", **period: str) -> list[list[str]]:
    """One of a page's tables as its file says it."""
    browser.get(f"owner_figures.{asked}", table=name, **period)
    assert browser.last is not None
    return [line.split(",") for line in browser.last.text.lstrip("\ufeff").splitlines()]


def test_the_way_is_counted_by_the_door_people_came_through(browse: Browse, people: Cast) -> None:
    with time_machine.travel(MONDAY, tick=False):
        nora, walked_in = a_client("Nora Lindgren"), a_client("Bo Li")
        a_referral(client_id=nora.id)
        a_referral(via=Via.paper)
        a_referral(kind=Kind.inquiry, via=Via.self_)
        a_merge(walked_in)
    with time_machine.travel(NEXT, tick=False):
        a_complete_assessment(nora)
        page = browse(people.owner).get("owner_figures.show")
        rows = table(browse(people.owner), "way")
    assert rows[0] == ["Step", "Referral form", "On paper", "Asked themselves", "At the desk", "All"]
    assert rows[1] == ["Came", "1", "1", "1", "1", "4"]
    assert rows[2] == ["Assessed", "1", "0", "0", "0", "1"]
    words = page.find("svg", role="img").get_text(" ", strip=True)
    assert "25% went on, in 9 days" in words
    assert table(browse(people.owner), "therapists")[1][:3] == ["Priya Raghunathan", "2", "1"]


def test_only_the_time_that_was_asked_for_counts(browse: Browse, people: Cast) -> None:
    for days in (0, 20, 200, 500):
        with time_machine.travel(NEXT - timedelta(days=days), tick=False):
            a_referral()
    with time_machine.travel(NEXT, tick=False):
        found = {
            name: table(browse(people.owner), "way", **period)[1][-1]
            for name, period in {
                "month": {"period": "month"},
                "quarter": {"period": "quarter"},
                "12 months": {},
                "days": {"since": "2025-01-01", "until": "2026-11-10"},
            }.items()
        }
    assert found == {"month": "1", "quarter": "2", "12 months": "3", "days": "3"}


def test_a_time_that_cannot_be_is_told_and_keeps_what_was_typed(browse: Browse, people: Cast) -> None:
    page = browse(people.owner).get("owner_figures.show", since="2026-05-01", until="2026-04-01", expect=422)
    assert "not before the first one" in page.get_text()
    assert page.find("input", id="since")["value"] == "2026-05-01"
    browse(people.owner).get("owner_figures.export", table="nothing", expect=404)


def test_the_page_of_an_empty_house_stands(browse: Browse, people: Cast) -> None:
    assert "Nothing in this time" in browse(people.owner).get("owner_figures.show").get_text()


def test_the_page_takes_few_statements(browse: Browse, people: Cast) -> None:
    for _ in range(3):
        a_referral(client_id=a_client().id)
    browser = browse(people.owner)
    browser.get("owner_figures.show")
    with counted() as statements:
        browser.get("owner_figures.show")
    assert len(statements) <= 12
