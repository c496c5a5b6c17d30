"""How soon people are reached: the middle time, and the share within one working day."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import time_machine

from studio.models.referral_figures import Figure, figures
from studio.models.referrals import Kind, State, Via
from studio.operations.referrals import steps

from ..browse import Browser
from ..builders import a_referral
from ..people import Cast
from ..statements import counted

Browse = Callable[..., Browser]
MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)


def reached_after(hours: float | None, begin: datetime = MONDAY, sender: str = "Priya", **values: object) -> None:
    with time_machine.travel(begin, tick=False):
        referral = a_referral(sender={"name": sender}, **values)
    if hours is not None:
        with time_machine.travel(begin + timedelta(hours=hours), tick=False):
            steps.move(referral, State.contacted, by=Cast().coach)


def test_the_figures_stand_by_month_and_by_therapist(browse: Browse, people: Cast) -> None:
    reached_after(2)
    reached_after(30)
    reached_after(100, sender="Omar")
    reached_after(None, sender="Omar")
    reached_after(3, MONDAY - timedelta(days=30))
    reached_after(1, kind=Kind.inquiry, via=Via.self_)
    reached_after(1, MONDAY - timedelta(days=400))
    with time_machine.travel(MONDAY + timedelta(days=20), tick=False):
        reached_after(None, MONDAY + timedelta(days=20))  # still in time
        found = figures(MONDAY.date() + timedelta(days=20), MONDAY + timedelta(days=20))
        page = browse(people.coach).get("referral_figures.show")
    assert found.whole == Figure("All", 5, 4, 3, 16.5)
    assert found.whole.share == 60
    assert found.by_month == [Figure("November 2026", 4, 3, 2, 30), Figure("October 2026", 1, 1, 1, 3)]
    assert found.by_therapist == [Figure("Priya", 3, 3, 3, 3), Figure("Omar", 2, 1, 0, 100)]
    assert "60 %" in page.get_text()


def test_a_try_in_vain_and_a_step_taken_back_are_no_contact(browse: Browse, people: Cast) -> None:
    with time_machine.travel(MONDAY, tick=False):
        referral = a_referral()
        steps.tried(referral, "Phone", by=people.coach)
        steps.move(referral, State.contacted, by=people.coach)
        steps.undo(referral, by=people.coach)
    assert figures(MONDAY.date() + timedelta(days=9), MONDAY + timedelta(days=9)).whole.reached == 0


def test_they_take_one_statement(browse: Browse, people: Cast) -> None:
    for hours in (1, 2, 3):
        reached_after(hours)
    figures(MONDAY.date(), MONDAY + timedelta(days=9))
    with counted() as statements:
        figures(MONDAY.date(), MONDAY + timedelta(days=9))
    assert len([one for one in statements if "referrals" in one]) == 1


def test_an_empty_house_is_told_so(browse: Browse, people: Cast) -> None:
    assert "Nothing to measure yet" in browse(people.coach).get("referral_figures.show").get_text()
