"""The outcome summary: numbers that hold, nothing small, and the same on paper."""

from collections.abc import Callable
from datetime import timedelta

import time_machine

from studio.models.referrals import State
from studio.models.small_counts import FEW, HELD
from studio.operations.referrals import steps

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, a_referral
from ..documents.reading import text
from ..people import Cast
from ..therapists import a_therapist

Browse = Callable[..., Browser]
NOW = "2026-06-15T12:00:00Z"
STAYS = "f:feet_turn_out:left=2"
FINDINGS = ("f:knee_valgus:left=2", "f:foot_flattens:left=2", STAYS)


def sent(number: int, therapist_id: int, *, far: State = State.received, weeks: int = 20) -> None:
    """So many referrals of `weeks` ago, each come that far; who finished was screened at the start and at the end."""
    for _ in range(number):
        client = a_client()
        with time_machine.travel(NOW) as clock:
            clock.shift(-timedelta(weeks=weeks))
            row = a_referral(therapist_id=therapist_id, client_id=client.id)
            clock.shift(timedelta(hours=6))
            steps.move(row, State.contacted, by=Cast().coach)
            if far is State.finished:
                clock.shift(timedelta(days=3))
                a_complete_assessment(client, *FINDINGS)
                clock.shift(timedelta(weeks=11))
                a_complete_assessment(client, STAYS)
            if far is not State.received:
                steps.move(row, far, by=Cast().coach)


@time_machine.travel(NOW)
def test_the_summary_of_the_studio_tells_how_far_they_came_and_what_changed(browse: Browse, people: Cast) -> None:
    one, other = a_therapist(), a_therapist("Alex Rivera")
    sent(5, one.id, far=State.finished)
    sent(6, one.id, far=State.assessed)
    sent(7, other.id)
    browser = browse(people.coach)
    page = browser.get("referral_outcomes.show")
    cells = {row.th.get_text(): row.td.get_text() for row in page.select("tbody tr") if row.th and row.td}
    assert (cells["Referred"], cells["Assessed"], cells["In a programme"], cells["Finished"]) == ("18", "11", "5", HELD)
    assert "15 findings of 5 clients" in page.get_text()
    assert (cells["Not seen now"], cells["The same"], cells["Better"]) == ("10", HELD, HELD)
    assert "half of them within 6 hours" in page.get_text()
    browser.get("referral_outcomes.paper")
    assert browser.last is not None
    said = text(browser.last.get_data())
    assert "15 findings of 5 clients with a later screen" in said
    assert "up to Sunday 31 May 2026" in said


@time_machine.travel(NOW)
def test_few_referrals_of_one_therapist_are_told_by_no_summary(browse: Browse, people: Cast) -> None:
    many, few = a_therapist(), a_therapist("Alex Rivera")
    sent(6, many.id)
    sent(3, few.id)
    browser = browse(people.owner)
    for therapist, words in ((few, f"There were {FEW}"), (many, "those of others could be told")):
        page = browser.get("referral_outcomes.show_one", therapist_id=therapist.id)
        assert words in page.get_text()
        assert not page.select("table")
    sent(3, few.id)
    assert browser.get("referral_outcomes.show_one", therapist_id=many.id).select("table")


@time_machine.travel(NOW)
def test_a_referral_of_this_month_is_not_counted_before_the_month_is_over(browse: Browse, people: Cast) -> None:
    one = a_therapist()
    sent(5, one.id)
    sent(4, one.id, weeks=1)
    page = browse(people.coach).get("referral_outcomes.show")
    assert page.select("tbody td b")[0].get_text() == "5"


def test_a_year_without_a_referral_says_so(browse: Browse, people: Cast) -> None:
    assert "Too few to share" in browse(people.coach).get("referral_outcomes.show", year="1066").get_text()


@time_machine.travel("2026-01-20T12:00:00Z")
def test_in_january_the_year_that_is_over_is_shown(browse: Browse, people: Cast) -> None:
    a_referral()
    assert "up to 31 December 2025" in browse(people.coach).get("referral_outcomes.show").get_text()
