"""Rows sent as a CSV file."""

from collections.abc import Iterable

from flask import Response

from ..spreadsheet import csv_text


def as_csv(rows: Iterable[Iterable[object]], name: str) -> Response:
    """The rows as a file to be saved under that name."""
    answer = Response(csv_text(rows), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
