"""What leaves the outbox, through a real mail server: all of it, once, to the right person, and nothing else."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from flask import Flask

from studio.clock import utcnow
from studio.extensions import db
from studio.models.database import write
from studio.models.mails import State
from studio.operations import outbox
from studio.operations.outbox.sending import LASTS, STUCK, WAITS

from ..builders import a_client
from ..mailbox import Mailbox, mail_server
from ..mails import a_mail, again
from ..people import Cast, the_house
from .conftest import Sends


def test_of_a_mail_that_went_the_text_is_wiped_and_the_rest_stays(box: Mailbox) -> None:
    mail = a_mail(a_client("Zoë Papadopoulou"))
    outbox.send_due(utcnow())
    sent = again(mail)
    assert sent.state is State.sent
    assert (sent.text, sent.to, sent.subject, sent.kind) == ("", "ana@clinic.example", "A letter from us", "letter")
    outbox.send_due(utcnow() + timedelta(days=1))
    assert len(box.mails) == 1


def test_what_is_held_or_taken_back_does_not_go(box: Mailbox, people: Cast) -> None:
    held, taken_back = a_mail(hold=True), a_mail(hold=True)
    outbox.cancel(taken_back, by=people.coach)
    outbox.send_due(held.due_at - timedelta(seconds=1))
    assert box.mails == []
    outbox.send_due(again(held).due_at)
    assert box.one()["Message-ID"].startswith(f"<{again(held).message_id}@")


def test_what_was_taken_back_by_mistake_goes_after_all(box: Mailbox, people: Cast) -> None:
    mail = a_mail(hold=True)
    due = mail.due_at
    outbox.cancel(mail, by=people.coach)
    outbox.try_again(mail, by=people.coach)
    assert again(mail).due_at == due
    outbox.send_due(due)
    assert box.one()
    with pytest.raises(outbox.TooLate):
        outbox.try_again(again(mail), by=people.coach)


def test_a_paper_that_is_gone_keeps_its_mail_back_and_no_other(box: Mailbox) -> None:
    lost, other = a_mail(attachments=(999,)), a_mail()
    outbox.send_due(utcnow())
    assert again(lost).error == "The paper that goes with it is gone"
    assert (again(lost).state, again(other).state) == (State.failed, State.sent)


def test_an_address_that_is_refused_fails_at_once_and_says_why(box: Mailbox, people: Cast) -> None:
    refused, other = a_mail(to="gone@clinic.example"), a_mail()
    outbox.send_due(utcnow())
    assert again(refused).state is State.failed
    assert again(refused).error == "The address was refused: 550 5.1.1 No such person here"
    assert again(refused).text
    assert again(other).state is State.sent
    outbox.send_due(utcnow() + timedelta(days=1))
    assert box.tries == 2


def test_a_server_that_asks_to_come_back_is_asked_less_and_less_often(box: Mailbox) -> None:
    mail = a_mail(to="busy@clinic.example")
    now = utcnow()
    for wait in (*WAITS, WAITS[-1]):
        outbox.send_due(now)
        assert again(mail).next_try_at - now == wait
        now += wait
    assert again(mail).state is State.waiting
    assert again(mail).error.startswith("The address was refused: 451")


def test_what_could_not_go_within_days_fails_and_goes_when_somebody_wants_it(box: Mailbox, people: Cast) -> None:
    mail = a_mail()
    outbox.send_due(utcnow() + LASTS + timedelta(minutes=1))
    assert again(mail).state is State.failed
    assert box.mails == []
    outbox.try_again(again(mail), by=people.coach)
    outbox.send_due(utcnow())
    assert again(mail).state is State.sent


def test_while_the_server_is_down_mails_wait_and_go_when_it_is_back(sends_to: Sends) -> None:
    with mail_server() as box:
        port = box.port
    sends_to(port)
    mails, now = [a_mail() for _ in range(3)], utcnow()
    outbox.send_due(now)
    assert {again(mail).next_try_at for mail in mails} == {now + WAITS[0]}
    assert all("cannot be reached" in again(mail).error for mail in mails)
    assert sum(again(mail).tries for mail in mails) == 1, "a server that is down is asked once"
    with mail_server(port=port) as box:
        outbox.send_due(now + WAITS[0])
        assert len(box.mails) == 3
    assert {(again(mail).state, again(mail).error) for mail in mails} == {(State.sent, "")}


def test_senders_at_once_send_each_mail_once(app: Flask, box: Mailbox) -> None:
    ids = {a_mail().message_id for _ in range(12)}
    now = utcnow()
    db.session.rollback()

    def send(_number: int) -> None:
        with app.app_context():
            outbox.send_due(now)
            db.session.remove()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(send, range(4)))
    assert sorted(one["Message-ID"].strip("<>").partition("@")[0] for one in box.mails) == sorted(ids)


def test_a_sender_that_fell_leaves_the_mail_to_the_next_under_the_same_name(box: Mailbox) -> None:
    mail, now = a_mail(), utcnow()
    with write():
        mail.claimed_at, mail.tries = now, 1  # it has it in hand, and nobody will ever know how far it came
    outbox.send_due(now + STUCK - timedelta(seconds=1))
    assert box.mails == []
    outbox.send_due(now + STUCK)
    assert box.one()["Message-ID"].startswith(f"<{again(mail).message_id}@")


def test_a_mail_that_no_sender_survives_is_given_up_and_shown(box: Mailbox) -> None:
    mail, now = a_mail(), utcnow()
    with write():
        mail.claimed_at, mail.tries = now, 3
    outbox.send_due(now + STUCK)
    assert again(mail).state is State.failed
    assert "It may have arrived" in again(mail).error
    assert box.mails == []


def test_without_a_mail_server_mails_wait(app: Flask) -> None:
    mail = a_mail()
    outbox.send_due(utcnow() + timedelta(days=30))
    assert again(mail).state is State.waiting
    assert again(mail).text == "Dear Ana"


def test_from_a_demo_no_mail_leaves_the_machine(box: Mailbox, data: Path) -> None:
    with write():
        the_house().demo = True
    mail = a_mail(to_name="Zoë")
    outbox.send_due(utcnow())
    assert box.mails == []
    [file] = data.glob("sent-mail/*.eml")
    assert message_from_bytes(file.read_bytes(), policy=default)["To"] == "Zoë <ana@clinic.example>"
    assert again(mail).state is State.sent
