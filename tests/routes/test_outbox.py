"""The outbox on the screen: whoever works here sees what waits and what could not go, and can take it back."""

from collections.abc import Callable
from datetime import timedelta

from bs4 import BeautifulSoup
from flask import Flask

from studio.clock import utcnow
from studio.extensions import db
from studio.models.database import write
from studio.models.mails import Mail, State
from studio.operations import outbox

from ..browse import Browser
from ..builders import a_client
from ..mails import a_mail
from ..people import Cast, the_house
from ..statements import counted

Browse = Callable[..., Browser]


def rows(page: BeautifulSoup, part: str) -> list[str]:
    return [row.get_text(" ", strip=True) for row in page.select(f"#{part} .line")]


def fail(mail: Mail) -> None:
    with write():
        mail.failed_at, mail.error = utcnow(), "The address was refused: 550 No such person here"


def test_what_waits_stands_with_the_time_it_goes_and_can_be_taken_back(browse: Browse, people: Cast) -> None:
    with write():
        the_house().demo = True
    mail = a_mail(a_client("Zoë Papadopoulou"), hold=True, text="a private link")
    desk = browse(people.front_desk)
    page = desk.get("outbox.index")
    [row] = rows(page, "waiting")
    assert row.startswith(
        "Ana Ruiz ana@clinic.example A letter from us Letter · Zoë Papadopoulou · from Dana Whitfield"
    )
    assert "goes at" in row
    assert "a private link" not in page.get_text()
    desk.post("outbox.cancel", mail_id=mail.id)
    page = desk.get("outbox.index")
    assert "The mail to Ana Ruiz is not sent." in page.get_text()
    assert "not sent" in rows(page, "gone")[0]
    assert not rows(page, "waiting")
    desk.post("outbox.try_again", mail_id=mail.id)
    assert len(rows(desk.get("outbox.index"), "waiting")) == 1


def test_what_is_on_its_way_is_not_taken_back(browse: Browse, people: Cast) -> None:
    mail = a_mail()
    with write():
        mail.claimed_at = utcnow()
    coach = browse(people.coach)
    assert not coach.get("outbox.index").select("#waiting button")
    coach.post("outbox.cancel", mail_id=mail.id)
    assert "It is too late" in coach.get("outbox.index").get_text()


def test_what_could_not_go_is_told_on_today_until_somebody_sees_to_it(browse: Browse, people: Cast) -> None:
    first, second = a_mail(), a_mail()
    coach = browse(people.coach)
    a_client()
    assert "could not be sent" not in coach.get("today.show").get_text()
    for mail in (first, second):
        fail(mail)
    assert "2 mails could not be sent." in coach.get("today.show").get_text()
    assert "550 No such person here" in rows(coach.get("outbox.index"), "failed")[0]
    coach.post("outbox.try_again", mail_id=first.id)
    coach.post("outbox.cancel", mail_id=second.id)
    db.session.rollback()
    assert (first.state, second.state) == (State.waiting, State.cancelled)
    assert "could not be sent" not in coach.get("today.show").get_text()


def test_of_a_mail_whose_text_is_gone_nothing_is_sent_again(app: Flask, browse: Browse, people: Cast) -> None:
    mail = a_mail()
    with write():
        the_house().demo = True
    outbox.send_due(utcnow())
    coach = browse(people.coach)
    coach.post("outbox.try_again", mail_id=mail.id)
    assert "Nothing is left of this mail to send" in coach.get("outbox.index").get_text()


def test_the_page_says_when_mail_is_not_set_up_and_when_links_lead_nowhere(browse: Browse, people: Cast) -> None:
    a_mail()
    page = browse(people.owner).get("outbox.index")
    assert "Mail is not set up." in page.get_text()
    assert "Mails carry no links." in page.get_text()
    assert "waits for mail to be set up" in rows(page, "waiting")[0]


def test_the_page_says_when_no_sender_runs(browse: Browse, people: Cast) -> None:
    mail = a_mail()
    with write():
        the_house().demo = True
    owner = browse(people.owner)
    assert "Nothing takes the mails away." not in owner.get("outbox.index").get_text()
    with write():
        mail.next_try_at -= timedelta(minutes=6)
    assert "Nothing takes the mails away." in owner.get("outbox.index").get_text()


def test_an_owner_tries_whether_mail_works(browse: Browse, people: Cast) -> None:
    with write():
        the_house().demo = True
    owner = browse(people.owner)
    owner.post("outbox.create")
    [row] = rows(owner.get("outbox.index"), "waiting")
    assert row.startswith("Mara Lindqvist mara@northside.example Northside Movement Studio: a trial mail")


def test_the_page_asks_as_much_with_two_hundred_mails_as_with_two(browse: Browse, people: Cast) -> None:
    owner, client = browse(people.owner), a_client()
    seen = []
    for more in (2, 60):
        for _ in range(more):
            fail(a_mail(client))
            a_mail(client)
            outbox.cancel(a_mail(client), by=people.coach)
        with counted() as statements:
            page = owner.get("outbox.index")
        seen.append(len(statements))
    assert seen[0] == seen[1] <= 12
    assert len(rows(page, "gone")) == 50
    older = owner.go(str(page.select("a[rel=next]")[0]["href"]))
    assert len(rows(older, "gone")) == 12
