"""`studio remind`: what the house remembers by itself, once a day."""

import click
from flask.cli import with_appcontext

from ..models.studios import studio_today
from ..operations.daily import keep_house


@click.command("remind")
@with_appcontext
def command() -> None:
    """Do what is due today: reminders into the outbox, each once; texts of mails long taken back wiped."""
    click.echo(f"{keep_house(studio_today())} reminders written")
