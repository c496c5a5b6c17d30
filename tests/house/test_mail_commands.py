"""`studio outbox` and `studio remind`, as the owner's machine calls them."""

from datetime import timedelta

from flask import Flask

from studio.commands import outbox, remind
from studio.extensions import db
from studio.models.database import write
from studio.models.mails import Mail, State
from studio.models.studios import studio_today

from ..credentials import a_credential
from ..mails import a_mail, again
from ..people import Cast, the_house


def test_what_is_due_goes_when_the_command_is_called(app: Flask) -> None:
    with write():
        the_house().demo = True
    due, held = a_mail(), a_mail(hold=True)
    assert app.test_cli_runner().invoke(outbox.command).exit_code == 0
    assert (again(due).state, again(held).state) == (State.sent, State.waiting)


def test_reminders_are_written_once_however_often_the_command_is_called(app: Flask, people: Cast) -> None:
    a_credential(people.owner, "CPT", studio_today() + timedelta(days=10))
    said = [app.test_cli_runner().invoke(remind.command).output for _ in range(2)]
    assert said == ["1 reminders written\n", "0 reminders written\n"]
    assert db.session.query(Mail).count() == 1
