"""`studio analyse`: the whole engine without the web."""

import sys
from typing import NoReturn, TextIO

import click

from ..ces.analysis import analyse
from ..ces.catalogue import catalogue
from ..ces.interchange import CaseError, dumps, read_text
from ..version import VERSION


@click.command("analyse")
@click.argument("file", type=click.File("r", encoding="utf-8"), default="-")
def command(file: TextIO) -> None:
    """Reason about one case: JSON in from FILE or standard input, JSON out.

    Ends with 2 and one line on standard error for input it cannot take.
    """
    try:
        case = read_text(file.read())
    except UnicodeDecodeError as error:
        _refuse(f"not JSON: {error}")
    except CaseError as error:
        _refuse(str(error))
    click.echo(dumps(analyse(case, catalogue(), VERSION)), nl=False)


def _refuse(why: str) -> NoReturn:
    click.echo(f"studio analyse: {' '.join(why.split())}", err=True)
    sys.exit(2)
