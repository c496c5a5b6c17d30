"""`studio demo`: a made-up studio to look around in."""

import sys
from typing import NoReturn

import click
from flask.cli import with_appcontext

from ..operations import demo
from ..operations.setup import AlreadyOpen


@click.command("demo")
@click.option("--fresh", is_flag=True, help="Throw the made-up studio away and make it anew, as of today.")
@with_appcontext
def command(fresh: bool) -> None:
    """Fill an empty data folder with a made-up studio, and say who can sign in."""
    try:
        if fresh:
            demo.clear()
        staff = demo.fill()
    except demo.NotADemo:
        _not_here()
    except AlreadyOpen:
        staff = demo.staff() or _not_here()
    click.echo("The demo studio; everybody in it is made up. Sign in as")
    for user in staff:
        click.echo(f"  {user.email:24} {user.role.label:12} password: {demo.PASSWORD}")
    click.echo(f"Everybody's PIN, on a tablet that the owner enrols under Studio, Tablets: {demo.PIN}")


def _not_here() -> NoReturn:
    click.echo("studio demo: this data folder holds somebody's own studio. Set PLUMBLINE_DATA to another one", err=True)
    sys.exit(1)
