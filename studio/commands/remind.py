"""`studio remind`: what the house remembers by itself, once a day."""

import click
from flask.cli import with_appcontext

from ..models.studios import studio_today
from ..operations.reminders import remind


@click.command("remind")
@with_appcontext
def command() -> None:
    """Write the reminders of today into the outbox; those that were written stay written once."""
    click.echo(f"{remind(studio_today())} reminders written")
