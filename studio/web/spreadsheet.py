"""Rows sent as a CSV file."""

import io
from collections.abc import Iterable
from tempfile import TemporaryFile

from flask import Response
from werkzeug.wsgi import FileWrapper

from ..spreadsheet import csv_text, write_csv


def as_csv(rows: Iterable[Iterable[object]], name: str) -> Response:
    """The rows as a file to be saved under that name."""
    answer = Response(csv_text(rows), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def as_large_csv(rows: Iterable[Iterable[object]], name: str) -> Response:
    """The same for rows of many years: they go through a file without a name, so that memory stays flat.

    It is whole before the first byte is sent: nobody gets half a ledger that looks like one, and a browser notices
    when the line breaks.
    """
    kept = TemporaryFile()  # noqa: SIM115  (closed when the answer is)
    words = io.TextIOWrapper(kept, "utf-8", newline="")
    write_csv(rows, words)
    words.detach()  # written to the end, and the file outlives it
    size = kept.tell()
    kept.seek(0)
    answer = Response(FileWrapper(kept), mimetype="text/csv")
    answer.call_on_close(kept.close)
    answer.content_length = size
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
