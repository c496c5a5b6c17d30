"""The `studio` command: everything the owner's machine is asked to do outside the browser."""

import click
from flask import Flask
from flask.cli import FlaskGroup, NoAppException

from . import create_app
from .commands import analyse, demo, doctor, users
from .config import BadSetting
from .models.database import OldSQLite
from .web.assets import MissingFiles


def _load() -> Flask:
    """The app; what the operator can mend is said in one line, without a traceback."""
    try:
        return create_app()
    except (BadSetting, OldSQLite, MissingFiles) as error:
        raise NoAppException(str(error)) from None


@click.group(cls=FlaskGroup, create_app=_load, add_default_commands=False, add_version_option=False)
def main() -> None:
    """Plumbline runs one corrective-exercise studio."""


for module in (analyse, demo, doctor, users):
    main.add_command(module.command)
