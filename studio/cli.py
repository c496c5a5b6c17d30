"""The `studio` command: everything the owner's machine is asked to do outside the browser."""

from importlib import import_module

import click
from flask import Flask
from flask.cli import FlaskGroup, NoAppException

from . import create_app
from .config import BadSetting

COMMANDS = {
    "analyse": "analyse",
    "demo": "demo",
    "doctor": "doctor",
    "outbox": "outbox",
    "remind": "remind",
    "user": "users",
    "work": "work",
}


class Commands(FlaskGroup):
    """Loads a command's module when it is called, so that `studio analyse` starts without the database's packages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return super().get_command(ctx, name)
        command: click.Command = import_module(f"studio.commands.{COMMANDS[name]}").command
        return command


def _load() -> Flask:
    """The app; what the operator can mend is said in one line, without a traceback."""
    from .models.database import OldSQLite
    from .web.assets import MissingFiles

    try:
        return create_app()
    except (BadSetting, OldSQLite, MissingFiles) as error:
        raise NoAppException(str(error)) from None


@click.group(cls=Commands, create_app=_load, add_default_commands=False, add_version_option=False)
def main() -> None:
    """Plumbline runs one corrective-exercise studio."""
