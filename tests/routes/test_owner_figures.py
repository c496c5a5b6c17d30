"""The owner's pages: who comes and how far they get, in a time that is chosen."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import time_machine

from studio.models.referrals import Kind, Via
from studio.models.sales.enrolments import Left, State
from studio.terms.credits import Outcome

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, a_merge, a_referral
from ..ledgers import a_session, an_enrolment
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
        first = an_enrolment(nora, NEXT.date())
        an_enrolment(nora, NEXT.date(), renews_id=first.id)
        an_enrolment(walked_in, NEXT.date(), kind="single")
        page = browse(people.owner).get("owner_figures.show")
        rows = table(browse(people.owner), "way")
    assert rows[0] == ["Step", "Referral form", "On paper", "Asked themselves", "At the desk", "All"]
    assert rows[1] == ["Came", "1", "1", "1", "1", "4"]
    for row, step in zip(rows[2:], ("Assessed", "Enrolled", "Finished", "Renewed"), strict=True):
        assert row == [step, "1", "0", "0", "0", "1"]
    words = page.find("svg", role="img", class_="chart__picture").get_text(" ", strip=True)
    assert "25% went on, in 9 days" in words
    assert table(browse(people.owner), "therapists")[1][:3] == ["Priya Raghunathan", "2", "1"]


def test_what_was_done_is_told_by_coach_and_week(browse: Browse, people: Cast) -> None:
    nora = an_enrolment(a_client(ready=False), date(2026, 9, 1), sessions=10)
    for day, outcome, coach in (
        (date(2026, 11, 2), Outcome.attended, people.coach),
        (date(2026, 11, 8), Outcome.attended, people.coach),
        (date(2026, 11, 9), Outcome.attended, people.other_coach),
        (date(2026, 11, 9), Outcome.no_show, people.coach),
        (date(2026, 10, 1), Outcome.late_cancel, people.coach),
    ):
        a_session(nora, day, outcome, coach)
    with time_machine.travel(NEXT, tick=False):
        browser = browse(people.owner)
        page = browser.get("owner_figures.show", period="month")
        weeks = table(browser, "sessions", period="month")
        months = table(browser, "sessions", since="2020-01-01", until="2026-11-11")
        credits, outcomes = table(browser, "credits"), table(browser, "outcomes")
    assert weeks == [
        ["Week from", "Dana Whitfield", "Jonas Keller", "All"], ["26 Oct 2026", "0", "0", "0"],
        ["2 Nov 2026", "2", "0", "2"], ["9 Nov 2026", "0", "1", "1"],
    ]  # fmt: skip
    assert months[-1] == ["Nov 2026", "2", "1", "3"]
    assert "No-shows and late cancels 25%" in page.find("dl", class_="key-figures").get_text(" ", strip=True)
    assert outcomes[3] == ["No-show", "1", "0.2"]
    assert credits[1:3] == [["Sold or given on top", "10"], ["Used", "5"]]


def test_who_stopped_is_told_with_the_reason_and_the_week(browse: Browse, people: Cast) -> None:
    for reason, weeks in ((Left.money, 2), (Left.money, 6), (Left.relocation, 10), (None, 0)):
        begin = NEXT.date() - timedelta(weeks=weeks)
        an_enrolment(a_client(ready=False), begin, state=State.cancelled, ended_on=NEXT.date(), left=reason)
    with time_machine.travel(NEXT, tick=False):
        rows = table(browse(people.owner), "leaving", period="month")
    assert rows[0] == ["Reason", "Weeks 1 to 4", "Weeks 5 to 8", "Later", "All"]
    assert rows[1] == ["Money", "1", "1", "0", "2"]
    assert ["No reason on record", "1", "0", "0", "1"] in rows


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
