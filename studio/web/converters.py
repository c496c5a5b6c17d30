"""Parts of addresses: numbers no larger than a row's id can be, and the keys in square codes."""

from datetime import date
from typing import Any

from flask import Flask, request
from werkzeug.routing import BaseConverter, IntegerConverter

from ..numbers import LARGEST, whole
from ..operations.sheet_codes import SHAPE


class RowNumber(IntegerConverter):
    """`<int:…>` of this app: an address with a larger number is not there, for the database would refuse to look."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **({"max": LARGEST} | kwargs))


class Key(BaseConverter):
    """`<key:…>`: what stands behind the host in a square code."""

    regex = SHAPE


def init_app(app: Flask) -> None:
    app.url_map.converters.update(int=RowNumber, key=Key)


def number_from(name: str) -> int | None:
    """A row's number from the query of the address; None when it is missing or none."""
    return whole(request.args.get(name, "")) or None


def day_from(name: str) -> date | None:
    """A day as 2026-11-21 from the query of the address; None when it is missing or none."""
    try:
        return date.fromisoformat(request.args.get(name, ""))
    except ValueError:
        return None
