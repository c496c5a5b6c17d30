"""The desk: the list of referrals with its clocks, the page of one, and what is done about it."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from sqlalchemy import select

from studio.clock import utcnow
from studio.extensions import db
from studio.models.database import write
from studio.models.mails import Mail
from studio.models.mails import State as MailState
from studio.models.referrals import Kind, Referral, State, Via
from studio.models.therapists import Therapist
from studio.operations.referrals import steps

from ..browse import Browser
from ..builders import a_referral
from ..people import Cast
from ..statements import counted

Browse = Callable[..., Browser]
MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)


def names(page: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in page.select("#referrals .people__words > a")]


def a_therapist(name: str = "Priya Raghunathan") -> Therapist:
    with write() as session:
        row = Therapist(
            name=name, sort_name=name.casefold(), clinic="Harbour Street", link=name[:8], created_at=utcnow()
        )
        session.add(row)
    return row


def test_the_list_has_the_overdue_ones_first_each_with_its_clock(browse: Browse, people: Cast) -> None:
    with time_machine.travel(MONDAY - timedelta(days=5), tick=False):
        a_referral("Late Lars")
    with time_machine.travel(MONDAY, tick=False):
        a_referral("Fresh Fay")
        a_referral("Urgent Ulf", urgent=True)
        page = browse(people.front_desk).get("referrals.index")
    assert names(page) == ["Late Lars", "Urgent Ulf", "Fresh Fay"]
    clocks = [row.get_text(" ", strip=True) for row in page.select(".referral-clock")]
    assert clocks == [
        "Received 5 days ago call was due 4 days ago",
        "Received today call by today",
        "Received today call by tomorrow",
    ]
    late, urgent, fresh = page.select("#referrals li")
    assert "overdue" in late.get_text()
    assert "urgent" in urgent.get_text()
    assert not fresh.select(".pill")


def test_the_filters_stand_in_the_address_and_the_file_holds_exactly_these(browse: Browse, people: Cast) -> None:
    priya = a_therapist()
    declined = a_referral("Dana Declined", therapist_id=priya.id)
    steps.move(declined, State.declined, by=people.coach, note="full")
    steps.move(a_referral("Nina Silent"), State.no_response, by=people.coach)
    a_referral("Ines Asks", kind=Kind.inquiry, via=Via.self_, sender={})
    a_referral("Åsa Öberg", therapist_id=priya.id)
    browser = browse(people.coach)
    for asked, found in (
        ({}, ["Ines Asks", "Åsa Öberg"]),
        ({"show": "declined"}, ["Dana Declined"]),
        ({"show": "no_response"}, ["Nina Silent"]),
        ({"show": "inquiries"}, ["Ines Asks"]),
        ({"show": "all", "therapist": priya.id}, ["Åsa Öberg", "Dana Declined"]),
        ({"name": "asa"}, ["Åsa Öberg"]),
        ({"name": declined.reference.lower(), "show": "all"}, ["Dana Declined"]),
        ({"name": "nobody"}, []),
    ):
        page = browser.get("referrals.index", **asked)
        assert names(page) == found, asked
        browser.get("referral_exports.show", **asked)
        assert browser.last is not None
        rows = list(csv.DictReader(io.StringIO(browser.last.get_data(as_text=True).lstrip("\ufeff"))))
        assert [row["Name"] for row in rows] == found, asked


def test_the_file_tells_nothing_of_health(browse: Browse, people: Cast) -> None:
    a_referral("=cmd()", story={"reason": "knee", "must_not": "no kneeling"}, flags=["rf_stress_fx"])
    browser = browse(people.coach)
    browser.get("referral_exports.show")
    assert browser.last is not None
    text = browser.last.get_data(as_text=True)
    assert "knee" not in text
    assert "'=cmd()" in text


def test_an_empty_list_says_what_will_stand_there(browse: Browse, people: Cast) -> None:
    assert "Nobody waits" in browse(people.coach).get("referrals.index").get_text()


def test_the_list_asks_as_few_questions_of_a_thousand(browse: Browse, people: Cast) -> None:
    asked = []
    for number in (10, 990):
        now = utcnow()
        with write() as session:
            session.add_all(
                Referral(
                    reference=f"{number}-{n}", submission=f"{number} {n}", via=Via.web, person={"name": f"P {n}"},
                    since=now, received_at=now,
                )
                for n in range(number)
            )  # fmt: skip
        browser = browse(people.front_desk)
        browser.get("referrals.index")
        with counted() as statements:
            page = browser.get("referrals.index")
        asked.append(len(statements))
    assert asked[0] == asked[1] <= 12
    (older,) = page.select(".pagination a")
    shown = names(page)
    assert len(shown) == 25
    assert not set(shown) & set(names(browser.go(str(older["href"]))))


def test_the_front_desk_reads_who_and_how_urgent_and_nothing_of_health(browse: Browse, people: Cast) -> None:
    referral = a_referral(
        urgent=True, flags=["rf_stress_fx"], story={"reason": "stress fracture of the shin", "must_not": "no jumping"}
    )
    page = browse(people.front_desk).get("referrals.show", referral_id=referral.id)
    words = page.get_text(" ", strip=True)
    assert "Urgent" in words
    assert "Priya Raghunathan" in words
    for hidden in ("fracture", "jumping"):
        assert hidden not in words
    words = browse(people.coach).get("referrals.show", referral_id=referral.id).get_text(" ", strip=True)
    assert "stress fracture of the shin" in words
    assert "no jumping" in words


def test_a_step_is_one_tap_with_an_undo(browse: Browse, people: Cast) -> None:
    referral = a_referral()
    browser = browse(people.front_desk)
    browser.post("referral_steps.create", {"act": "tried", "how": "Phone"}, referral_id=referral.id)
    browser.post(
        "referral_steps.create", {"act": "contacted", "how": "Phone", "note": "rings back"}, referral_id=referral.id
    )
    page = browser.follow()
    assert referral.state is State.contacted
    assert "Phone: rings back" in page.get_text()
    assert "Not reached" in page.get_text()
    undo = page.select_one(".toast form")
    assert undo is not None
    browser.post("referral_steps.delete", referral_id=referral.id)
    assert str(undo["action"]) == f"/referrals/{referral.id}/steps/undo"
    assert referral.state is State.received


def test_declining_asks_for_a_reason(browse: Browse, people: Cast) -> None:
    referral = a_referral()
    browser = browse(people.coach)
    page = browser.post("referral_steps.create", {"act": "declined"}, expect=422, referral_id=referral.id)
    assert "Say why" in page.get_text()
    browser.post("referral_steps.create", {"act": "declined", "reason": "No free hours"}, referral_id=referral.id)
    assert referral.state is State.declined
    browser.post("referral_steps.create", {"act": "reopened"}, referral_id=referral.id)
    assert referral.state is State.received


def test_the_reason_goes_back_by_mail_unless_it_is_undone_in_time(browse: Browse, people: Cast) -> None:
    referral = a_referral("Nora Lindgren", story={"reason": "stress fracture"})
    browser = browse(people.coach)
    declined = {"act": "declined", "reason": "No free hours before March"}
    browser.post("referral_steps.create", declined, referral_id=referral.id)
    assert "The sender gets a mail" in browser.follow().get_text()
    (mail,) = db.session.scalars(select(Mail))
    assert (mail.to, mail.state) == ("priya@harbour.example", MailState.waiting)
    assert referral.reference in mail.subject
    assert "No free hours before March" in mail.text
    for told in ("Nora", "Lindgren", "fracture"):
        assert told not in mail.subject + mail.text
    browser.post("referral_steps.delete", referral_id=referral.id)
    db.session.refresh(mail)
    assert mail.state is MailState.cancelled
    browser.post("referral_steps.create", declined, referral_id=referral.id)
    with write():
        db.session.scalars(select(Mail).where(Mail.cancelled_at.is_(None))).one().sent_at = utcnow()
    browser.post("referral_steps.delete", referral_id=referral.id)
    assert "has gone already" in browser.follow().get_text()


def test_a_sender_without_an_address_gets_no_mail(browse: Browse, people: Cast) -> None:
    referral = a_referral(sender={"name": "Priya"})
    browser = browse(people.coach)
    browser.post("referral_steps.create", {"act": "declined", "reason": "Full"}, referral_id=referral.id)
    assert db.session.scalars(select(Mail)).all() == []


@pytest.mark.parametrize("act", ["received", "assessed", "", "x"])
def test_only_what_the_page_offers_is_done(act: str, browse: Browse, people: Cast) -> None:
    referral = a_referral()
    browse(people.coach).post("referral_steps.create", {"act": act}, expect=422, referral_id=referral.id)
    assert referral.state is State.received


def test_a_page_that_was_left_open_moves_nothing_back(browse: Browse, people: Cast) -> None:
    referral = a_referral()
    steps.move(referral, State.assessed, by=people.coach)
    browser = browse(people.front_desk)
    for act in ("contacted", "tried", "booked", "declined", "no_response", "reopened"):
        browser.post("referral_steps.create", {"act": act, "reason": "Full"}, referral_id=referral.id)
        assert "Look again" in browser.follow().get_text()
    assert referral.state is State.assessed
