"""The outbox: nothing in it is lost, nothing of it is sent that was taken back."""

from datetime import timedelta

import pytest
from flask import Flask

from studio.mail.message import NoAddress
from studio.models.database import write
from studio.models.mails import Mail, State
from studio.operations import outbox

from ..mails import a_mail, again
from ..people import Cast


def test_a_mail_waits_three_minutes_unless_it_is_to_go_at_once(app: Flask) -> None:
    held, at_once = a_mail(hold=True), a_mail()
    assert held.due_at - held.created_at == timedelta(minutes=3)
    assert at_once.due_at == at_once.created_at
    assert held.state == at_once.state == State.waiting


def test_a_mail_is_queued_with_what_it_tells_of_or_not_at_all(app: Flask) -> None:
    def and_then_fail() -> None:
        with write():
            a_mail()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        and_then_fail()
    assert Mail.query.count() == 0


@pytest.mark.parametrize(
    "to",
    ["", "ana", "ana@", "@clinic.example", "a b@clinic.example", "ana@clinic.example\r\nBcc: all@clinic.example",
     "ana@clinic.example, ben@clinic.example"],
)  # fmt: skip
def test_what_is_no_single_address_is_refused_before_it_is_queued(app: Flask, to: str) -> None:
    with pytest.raises(NoAddress):
        a_mail(to=to)


def test_a_mail_that_was_taken_back_stays_taken_back(app: Flask, people: Cast) -> None:
    mail = a_mail(hold=True)
    outbox.cancel(mail, by=people.coach)
    outbox.cancel(mail, by=people.owner)  # twice is the same
    assert mail.state is State.cancelled
    assert mail.cancelled_by_id == people.coach.id


def test_a_mail_that_is_on_its_way_cannot_be_taken_back(app: Flask, people: Cast) -> None:
    mail = a_mail()
    with write():
        mail.claimed_at = mail.created_at
    with pytest.raises(outbox.TooLate):
        outbox.cancel(mail, by=people.coach)
    assert mail.state is State.sending


def test_the_text_of_what_was_taken_back_is_wiped_after_a_day(app: Flask, people: Cast) -> None:
    mail, other = a_mail(hold=True), a_mail(hold=True)
    outbox.cancel(mail, by=people.coach)
    outbox.forget_cancelled(mail.created_at + timedelta(hours=23))
    assert again(mail).text
    outbox.forget_cancelled(mail.created_at + timedelta(hours=25))
    assert (again(mail).text, again(other).text) == ("", "Dear Ana")
    with pytest.raises(outbox.TooLate):
        outbox.try_again(again(mail), by=people.coach)
