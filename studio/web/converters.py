"""Numbers in addresses: no larger than a row's id can be, or the database would refuse to look."""

from typing import Any

from flask import Flask, request
from werkzeug.routing import IntegerConverter

from ..numbers import LARGEST, whole


class RowNumber(IntegerConverter):
    """`<int:…>` of this app: an address with a larger number is simply not there."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **({"max": LARGEST} | kwargs))


def init_app(app: Flask) -> None:
    app.url_map.converters["int"] = RowNumber


def number_from(name: str) -> int | None:
    """A row's number from the query of the address; None when it is missing or none."""
    return whole(request.args.get(name, "")) or None
