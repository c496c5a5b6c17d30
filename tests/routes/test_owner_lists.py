"""Who slips, and in which words; who waits for a renewal, and what is told of them."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from studio.extensions import db
from studio.models.database import write
from studio.models.owner.renewals import renewals
from studio.models.owner.slipping import reasons_of, slipping
from studio.models.reviews import Review
from studio.models.sales.enrolments import ClockChange, State
from studio.models.sales.sessions import CreditKind
from studio.sheets.enrolment_line import EnrolmentLine
from studio.terms.clock import Pause, clock
from studio.terms.terms import Terms

from ..browse import Browser
from ..builders import a_client, a_complete_assessment
from ..credentials import a_credential
from ..ledgers import TERMS, a_session, an_enrolment, credit, payment
from ..people import Cast
from ..statements import counted
from .test_statements import FEW_ROWS, listening

Browse = Callable[..., Browser]
START = date(2026, 9, 7)


def a_line(
    week: int, used: int, *, late: int = 0, pauses: tuple[Pause, ...] = (), terms: Terms = TERMS
) -> EnrolmentLine:
    """Twelve weeks twice a week, on the first day of a week."""
    on = START + timedelta(weeks=week - 1)
    return EnrolmentLine(
        enrolment_id=1, client_id=1, terms=terms, on=on, starts_on=START, state="active",
        clock=clock(terms, START, pauses, on), used=used, granted=terms.sessions, left=terms.sessions - used,
        owed=76_000 if late else 0, late=late,
    )  # fmt: skip


def days_before(line: EnrolmentLine, days: int) -> date:
    return line.on - timedelta(days=days)


@pytest.mark.parametrize(
    ("line", "quiet", "home", "words"),
    [
        (a_line(5, 7), 3, None, []),
        (a_line(5, 6), 3, None, ["6 used by week 5; the plan is 8"]),
        (a_line(5, 8), 13, None, []),
        (a_line(5, 8), 15, None, ["No session for 15 days"]),
        (a_line(5, 8, pauses=(Pause("medical", START, None),)), 40, None, []),
        (a_line(15, 20), 3, None, []),
        (a_line(15, 16), 3, None, ["8 left until 27 Dec; at the usual pace 4 will expire"]),
        (a_line(5, 8), 3, 30, ["30% of the home sessions done, at the review of 28 Sep"]),
        (a_line(5, 8), 3, 80, []),
        (a_line(5, 8, late=12), 3, None, ["An instalment is 12 days late; £760.00 is open"]),
        (a_line(17, 24), 40, None, []),
    ],
)
def test_a_package_slips_for_reasons_that_are_told(
    line: EnrolmentLine, quiet: int, home: int | None, words: list[str]
) -> None:
    review = (date(2026, 9, 28), home) if home is not None else None
    assert [one.words for one in reasons_of(line, days_before(line, quiet), review)] == words


def test_nothing_but_money_is_asked_of_a_single_session() -> None:
    single = Terms("single", "Single", 8000, "GBP", 1, 4)
    assert [one.kind for one in reasons_of(a_line(4, 0, late=2, terms=single), None, None)] == ["late"]


def test_the_page_tells_who_slips_and_narrows_to_one_reason(browse: Browse, people: Cast) -> None:
    today = datetime(2026, 10, 12, 10, tzinfo=UTC)
    away, frozen, paid, owing = (
        an_enrolment(a_client(name, ready=False), START) for name in ("Zoë Away", "Bo Frozen", "Ann Well", "Olu Owing")
    )
    for one in (away, frozen, paid):
        payment(one, 228_000, START)
    with write() as session:
        session.add(ClockChange(enrolment_id=frozen.id, kind="freeze", start=START, until=date(2026, 10, 20),
                                why="Away", asked_on=START, at=today, by_id=people.owner.id))  # fmt: skip
    for one in (paid, owing):
        for day in range(0, 35, 4):
            a_session(one, START + timedelta(days=day))
    a_credential(people.coach, title="CPR/AED", expires_on=date(2026, 11, 1))
    with time_machine.travel(today, tick=False):
        browser = browse(people.owner)
        page = browser.get("owner_figures.slipping")
        only = browser.get("owner_figures.slipping", why="late")
        browser.get("owner_figures.slipping_export", why="behind")
        found = slipping(today.date())
    rows = [one.get_text(" ", strip=True) for one in page.find_all("li", class_="people__one")]
    assert len(rows) == 2
    assert "Zoë Away" in rows[0]
    assert "0 used by week 6; the plan is 10" in rows[0]
    assert "No session since the start 35 days ago" in rows[0]
    assert "An instalment is 35 days late; £2,280.00 is open" in rows[1]
    assert [one.find("a").text for one in only.find_all("li", class_="people__one")] == ["Olu Owing"]
    assert browser.last is not None
    assert browser.last.text.splitlines()[1].startswith('Zoë Away,"12 weeks, twice a week",Dana Whitfield,6,12,0,24,24')
    assert found.counts == {"late": 1, "behind": 1, "quiet": 1, "expiring": 0, "home": 0}
    assert "CPR/AED" in page.find(id="credentials").get_text()


def test_who_has_nothing_after_the_last_weeks_waits_with_what_changed(browse: Browse, people: Cast) -> None:
    today = START + timedelta(weeks=10)
    waits, early, again = (a_client(name) for name in ("Zoë Waits", "Bo Early", "Ann Again"))
    an_enrolment(waits, START)
    an_enrolment(early, START + timedelta(weeks=4))
    first = an_enrolment(again, START)
    an_enrolment(again, today, renews_id=first.id)
    an_enrolment(a_client(), START, state=State.completed, ended_on=today)
    screen = a_complete_assessment(waits)
    with write() as session:
        for place, outcome in enumerate(("resolved", "improved", "unchanged")):
            session.add(Review(client_id=waits.id, assessment_id=screen.assessment_id, compensation=f"ohsa.{place}",
                               facts={}, adherence_pct=80, outcome=outcome, rule="R1", proposed="progress", reasons=[],
                               rungs=[], at=screen.at, user_id=people.coach.id))  # fmt: skip
    found = renewals(today, hidden=())
    assert [(row.who.client.name, row.evidence) for row in found.rows] == [("Zoë Waits", "2 better, 1 the same")]
    assert found.renewed == 1
    assert renewals(today, hidden=[waits.id]).rows[0].evidence == ""
    with time_machine.travel(datetime(2026, 11, 16, 10, tzinfo=UTC), tick=False):
        words = (
            browse(people.owner)
            .get("owner_figures.renewals")
            .find("li", class_="people__one")
            .get_text(" ", strip=True)
        )
    assert "week 11/12" in words
    assert "2 better, 1 the same" in words


def test_both_lists_take_few_statements_however_many_there_are(browse: Browse, people: Cast) -> None:
    browser, counts = browse(people.owner), []
    for number in (2, 6):
        for _ in range(number):
            one = an_enrolment(a_client(ready=False), date.today() - timedelta(weeks=11))  # noqa: DTZ011
            credit(one, CreditKind.used, -1, one.sold_on)
        for page in ("slipping", "renewals"):
            browser.get(f"owner_figures.{page}")
            with counted() as statements:
                browser.get(f"owner_figures.{page}")
            counts.append(len(statements))
    assert counts[:2] == counts[2:]
    assert max(counts) <= 12


def test_an_empty_house_is_told_that_nobody_slips_or_waits(browse: Browse, people: Cast) -> None:
    assert "Nobody slips" in browse(people.owner).get("owner_figures.slipping").get_text()
    assert "Nobody waits" in browse(people.owner).get("owner_figures.renewals").get_text()


def test_no_page_reads_a_table_through(browse: Browse, people: Cast) -> None:
    """Ten years of business lie in these tables: what is asked is found by an index, whatever time is asked about."""
    an_enrolment(a_client(ready=False), date.today() - timedelta(weeks=11))  # noqa: DTZ011
    browser = browse(people.owner)
    for address in ("show", "show?2010-01-01", "money", "renewals", "slipping"):
        page, _, since = address.partition("?")
        with listening() as heard:
            browser.get(f"owner_figures.{page}", since=since)
        for statement, parameters in heard:
            if statement.startswith(("SELECT", "WITH")):
                explain = f"EXPLAIN QUERY PLAN {statement}"
                steps = db.session.connection().exec_driver_sql(explain, parameters)  # type: ignore[arg-type]
                read = {found[1] for step in steps if (found := re.match(r"SCAN (\w+)", str(step[-1])))}
                assert not read & set(db.metadata.tables) - FEW_ROWS, statement
