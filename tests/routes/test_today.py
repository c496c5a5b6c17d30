"""Today: what waits, who is next in the programme, whose record was touched last."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup

from studio.models.clients import Client
from studio.models.database import write
from studio.models.referrals import State
from studio.models.studios import studio_today
from studio.operations import assessment_changes, clients
from studio.operations.referrals import steps

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, a_referral, an_assessment
from ..moments import days_ago
from ..people import Cast
from ..programmes import KIT, a_draft, issue

Browse = Callable[..., Browser]


def unfinished(page: BeautifulSoup) -> list[str]:
    return [row.get_text(" ", strip=True) for row in page.select("#unfinished .people__words")]


def due(page: BeautifulSoup) -> list[str]:
    return [row.get_text(" ", strip=True) for row in page.select("#due .due__kind .due__one")]


def test_referrals_that_are_late_or_due_next_stand_on_top_each_one_tap_away(browse: Browse, people: Cast) -> None:
    a_client()
    with time_machine.travel(days_ago(9)):
        late = a_referral("Late Lars")
    fresh = a_referral("Fresh Fay")
    for person in (people.front_desk, people.coach):
        page = browse(person).get("today.show")
        rows = page.select("#referrals li")
        assert [str(row.a["href"]) for row in rows if row.a] == [f"/referrals/{late.id}", f"/referrals/{fresh.id}"]
        assert "overdue" in rows[0].get_text()
        assert "1 referral is overdue" in page.get_text()
    steps.move(late, State.declined, by=people.coach, note="full")
    steps.move(fresh, State.contacted, by=people.coach)
    assert not browse(people.coach).get("today.show").select("#referrals"), "who is due in three days can wait"


def test_a_new_studio_is_told_what_to_do_first(browse: Browse, people: Cast) -> None:
    page = browse(people.owner).get("today.show")
    assert "Your first client" in page.get_text()
    assert page.select('main a[href="/clients/new"]')
    assert page.select('main a[href="/settings/users"]')
    assert not browse(people.coach).get("today.show").select('main a[href="/settings/users"]')


def test_the_date_is_the_studios(browse: Browse, people: Cast) -> None:
    with time_machine.travel("2026-06-30T23:30:00Z"):
        page = browse(people.coach).get("today.show")
    assert page.h1 is not None
    assert page.h1.get_text() == "Wednesday 1 July"


def test_open_assessments_and_drafts_wait_with_who_and_since_when(browse: Browse, people: Cast) -> None:
    with time_machine.travel(days_ago(3)):
        draft = a_draft(a_client("Wei Zhang"))
    assessment = an_assessment(a_client("Bo Li"), by=people.other_coach)
    page = browse(people.coach).get("today.show")
    first, second = unfinished(page)
    assert first.startswith("Bo Li Assessment Jonas Keller")
    assert second == "Wei Zhang Programme draft Dana Whitfield 3 days ago"
    links = [str(link["href"]) for link in page.select("#unfinished a.button")]
    assert links == [f"/assessments/{assessment.id}/board", f"/programmes/{draft.programme_id}"]


def test_an_amendment_waits_too(browse: Browse, people: Cast) -> None:
    version = a_complete_assessment(a_client("Bo Li"))
    assessment_changes.amend(version.assessment, "saw it on the video", by=people.coach)
    assert unfinished(browse(people.coach).get("today.show"))[0].startswith("Bo Li Amendment")


def test_what_is_finished_or_archived_does_not_wait(browse: Browse, people: Cast) -> None:
    issue(a_draft(a_client(equipment=KIT)))
    away = a_client()
    an_assessment(away)
    clients.archive(away, by=people.coach)
    assert unfinished(browse(people.coach).get("today.show")) == []


def test_the_front_desk_is_not_asked_to_finish_a_coachs_work(browse: Browse, people: Cast) -> None:
    an_assessment(a_client("Bo Li"))
    page = browse(people.front_desk).get("today.show")
    assert unfinished(page) == []
    assert not page.select('a[href*="/assessments/"]')
    assert (
        page.select(".day__past .people__words")[0].get_text(" ", strip=True) == "Bo Li Record created Dana Whitfield"
    )


def test_the_clients_touched_last_stand_with_what_happened(browse: Browse, people: Cast) -> None:
    with time_machine.travel(days_ago(2)):
        first = a_client("Bo Li")
    a_client("Wei Zhang")
    clients.change(first, {"note": "x"}, seen=1, by=people.other_coach)
    page = browse(people.coach).get("today.show")
    rows = [row.get_text(" ", strip=True) for row in page.select(".day__past .people__words")]
    assert rows == ["Bo Li Record edited Jonas Keller", "Wei Zhang Record created Dana Whitfield"]


def test_looking_at_a_record_does_not_touch_it(browse: Browse, people: Cast) -> None:
    client = a_client("Bo Li")
    a_client("Wei Zhang")
    browse(people.coach).get("clients.show", client_id=client.id)
    page = browse(people.coach).get("today.show")
    assert [link.get_text() for link in page.select(".day__past .people__words a")] == ["Wei Zhang", "Bo Li"]


def assessed(name: str, days: int) -> Client:
    with time_machine.travel(days_ago(days)):
        return a_complete_assessment(a_client(name)).assessment.client


def test_re_screens_are_due_in_weeks_6_and_12_the_most_urgent_first(browse: Browse, people: Cast) -> None:
    for name, days in (("Day 34", 34), ("Day 35", 35), ("Day 49", 49), ("Day 50", 50), ("Day 77", 77), ("Day 91", 91)):
        assessed(name, days)
    assessed("Day 92", 92)
    page = browse(people.front_desk).get("today.show")
    week_6, week_12 = page.select("#due .due__kind")
    closing = f"{studio_today() + timedelta(days=14):%A}"
    assert [row.get_text(" ", strip=True) for row in week_6.select("li")] == [
        "Day 49 closes today",
        f"Day 35 closes {closing} {_day(14)}",
    ]
    assert [row.select("a")[0].get_text() for row in week_12.select("li")] == ["Day 91", "Day 77"]


def _day(ahead: int) -> str:
    on = studio_today() + timedelta(days=ahead)
    return f"{on.day} {on:%B}"


def test_a_re_screen_that_was_done_is_not_due(browse: Browse, people: Cast) -> None:
    client = assessed("Bo Li", 42)
    assert len(due(browse(people.coach).get("today.show"))) == 1
    with time_machine.travel(days_ago(2)):
        a_complete_assessment(client)
    assert due(browse(people.coach).get("today.show")) == []


def test_weeks_are_counted_from_the_first_assessment(browse: Browse, people: Cast) -> None:
    client = assessed("Bo Li", 120)
    with time_machine.travel(days_ago(40)):
        a_complete_assessment(client)
    assert due(browse(people.coach).get("today.show")) == []


def test_the_date_on_the_sheet_in_the_clients_hands_counts(browse: Browse, people: Cast) -> None:
    with time_machine.travel(days_ago(20)):
        draft = a_draft(a_client("Wei Zhang", equipment=KIT))
    with write():
        draft.next_date = studio_today() + timedelta(days=1)
    assert due(browse(people.coach).get("today.show")) == [], "a draft is nobody's sheet"
    issue(draft)
    assert due(browse(people.coach).get("today.show")) == ["Wei Zhang tomorrow"]


def test_archived_clients_do_not_push_others_off_the_list(
    browse: Browse, people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studio.models.due.FEW", 1)
    for name, day in (("Ana Gone", 1), ("Bo Li", 3)):
        with time_machine.travel(days_ago(20)):
            draft = a_draft(a_client(name, equipment=KIT))
        with write():
            draft.next_date = studio_today() + timedelta(days=day)
        issue(draft)
        if name == "Ana Gone":
            clients.archive(draft.programme.client, by=people.coach)
    (only,) = due(browse(people.coach).get("today.show"))
    assert only.startswith("Bo Li")


def test_archived_clients_are_not_due(browse: Browse, people: Cast) -> None:
    clients.archive(assessed("Bo Li", 42), by=people.coach)
    assert due(browse(people.coach).get("today.show")) == []
