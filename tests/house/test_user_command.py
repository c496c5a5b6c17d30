"""`studio user`: the way back in when nobody can sign in any more."""

import re
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from studio.commands.users import command
from studio.extensions import db
from studio.models.database import write
from studio.models.events import Event
from studio.models.users import Role, User

from ..browse import Browser
from ..people import PASSWORD, Cast

Browse = Callable[..., Browser]


def run(app: Flask, *arguments: str) -> Result:
    """The command as somebody at the machine would type it."""
    from flask.cli import ScriptInfo

    done = CliRunner().invoke(command, arguments, obj=ScriptInfo(create_app=lambda: app))
    db.session.rollback()
    return done


def password_in(done: Result) -> str:
    found = re.search(r"One-time password, shown only now: (\S+)", done.stdout)
    assert found, done.output
    return found[1]


def test_a_locked_out_owner_gets_a_new_password(app: Flask, browse: Browse, people: Cast) -> None:
    here = browse(people.owner)
    password = password_in(run(app, "reset-password", "MARA@northside.example"))
    here.get("today.show", expect=302)
    browse().post("sign_in.create", {"email": people.owner.email, "password": PASSWORD}, expect=422)
    browser = browse()
    browser.post("sign_in.create", {"email": people.owner.email, "password": password})
    browser.get("today.show", expect=302)
    assert browser.last is not None
    assert browser.last.location == "/password"


def test_somebody_is_added_with_a_role(app: Flask, browse: Browse, people: Cast) -> None:
    done = run(app, "add", "--name", "Kim Osei", "--email", "Kim@Northside.example", "--role", "front-desk")
    assert done.exit_code == 0
    kim = User.with_email("kim@northside.example")
    assert kim is not None
    assert kim.role is Role.front_desk
    browse().post("sign_in.create", {"email": "kim@northside.example", "password": password_in(done)})
    event = db.session.query(Event).filter_by(kind="user.added").one()
    assert event.user_id is None


def test_everybody_is_listed(app: Flask, people: Cast) -> None:
    with write():
        people.other_coach.active = False
    lines = run(app, "list").stdout.splitlines()
    assert len(lines) == 4
    assert any(line.split() == ["ines@northside.example", "Front", "desk", "Ines", "Castellanos"] for line in lines)
    assert any(line.endswith("Jonas Keller  (no access)") for line in lines)


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["add", "--name", "", "--email", "kim@northside.example"], 2, "Enter their name"),
        (["add", "--name", "Kim", "--email", "kim"], 2, "Enter an e-mail address such as name@example.com"),
        (["add", "--name", "Kim", "--email", "dana@northside.example"], 1, "somebody signs in with"),
        (["add", "--name", "Kim", "--email", "k@northside.example", "--role", "king"], 2, "'king' is not one of"),
        (["reset-password", "nobody@northside.example"], 1, "nobody signs in with nobody@northside.example"),
        (["add"], 2, "Missing option"),
    ],
)
def test_what_does_not_do_is_said_in_a_line(app: Flask, arguments: list[str], code: int, sentence: str) -> None:
    done = run(app, *arguments)
    assert done.exit_code == code
    assert sentence in done.stderr
    assert not done.stdout
    assert "Traceback" not in done.stderr


def test_somebody_without_access_gets_no_password(app: Flask, people: Cast) -> None:
    with write():
        people.coach.active = False
    done = run(app, "reset-password", people.coach.email)
    assert done.exit_code == 1
    assert "has no access" in done.stderr


def test_before_the_wizard_there_is_nobody_to_add(bare_app: Flask) -> None:
    done = run(bare_app, "list")
    assert done.exit_code == 1
    assert "not set up yet" in done.stderr
