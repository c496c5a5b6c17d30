"""`studio user`: let people in from the machine itself, also when nobody can sign in any more."""

import sys
from typing import NoReturn

import click
from flask.cli import with_appcontext
from werkzeug.datastructures import MultiDict

from ..forms.users import UserForm
from ..models.studios import the_studio
from ..models.users import Role, User
from ..operations import users
from ..operations.health import look

ROLES = click.Choice([role.value.replace("_", "-") for role in Role])


@click.group("user")
@with_appcontext
def command() -> None:
    """Add people, list them, or give a new password to somebody who forgot theirs."""
    if not look().ok:
        _refuse("the database is not ready. Start the studio once, or run: studio db upgrade", 1)
    if the_studio() is None:
        _refuse("the studio is not set up yet. Open it in a browser first, its first page asks for the owner", 1)


@command.command("add")
@click.option("--name", required=True, help="As it stands on paper.")
@click.option("--email", required=True, help="They sign in with it.")
@click.option("--role", type=ROLES, default="coach", show_default=True)
@with_appcontext
def add(name: str, email: str, role: str) -> None:
    """Add somebody and print a one-time password."""
    answers = MultiDict({"name": name, "email": email, "role": role.replace("-", "_")})
    form = UserForm(answers, meta={"csrf": False})
    if not form.validate():
        _refuse("; ".join(error for errors in form.errors.values() for error in errors), 2)
    try:
        user, password = users.add(**form.values(), by=None)
    except users.EmailTaken:
        _refuse(f"somebody signs in with {form.email.data} already", 1)
    _say_once(user, password)


@command.command("reset-password")
@click.argument("email")
@with_appcontext
def reset_password(email: str) -> None:
    """Print a new one-time password for EMAIL and sign them out everywhere."""
    user = User.with_email(email)
    if user is None:
        _refuse(f"nobody signs in with {email}. To see everybody: studio user list", 1)
    if not user.active:
        _refuse(f"{user.name} has no access. An owner can give it back under Studio, People", 1)
    _say_once(user, users.reset_password(user, by=None))


@command.command("list")
@with_appcontext
def list_() -> None:
    """Print everybody who signs in: e-mail, role, name."""
    for user in users.everybody():
        access = "" if user.active else "  (no access)"
        click.echo(f"{user.email:32} {user.role.label:12} {user.name}{access}")


def _say_once(user: User, password: str) -> None:
    click.echo(f"{user.name} signs in with {user.email}")
    click.echo(f"One-time password, shown only now: {password}")


def _refuse(why: str, code: int) -> NoReturn:
    click.echo(f"studio user: {why}", err=True)
    sys.exit(code)
