"""Sending stored paper: in the same tab, under a telling name, byte for byte as it was issued."""

import re
import unicodedata
from pathlib import Path
from urllib.parse import quote

from flask import Blueprint, Response, render_template, request, send_file
from flask.typing import ResponseReturnValue

from ..models.clients import Client
from ..models.papers import Paper
from ..operations import papers
from ..operations.events import record_view
from .access import user, visit


def inline(paper: Paper, client: Client) -> Response:
    """The stored bytes, to be shown by the browser; that it was printed goes into the trail."""
    content = papers.read(paper)
    name = paper.file_name
    if request.method == "GET":
        record_view(client, by=user(), visit=visit())
        papers.note_printed(paper, client=client, by=user())
    return pdf(content, name)


def pdf(content: bytes, name: str) -> Response:
    """Bytes to be shown by the browser in the same tab."""
    return _shown(Response(content, mimetype="application/pdf"), name)


def pdf_file(file: Path, name: str) -> Response:
    """The same from a file, a piece at a time."""
    answer = send_file(file, mimetype="application/pdf")
    del answer.headers["Cache-Control"]  # it says that a browser may keep it
    return _shown(answer, name)


def _shown(answer: Response, name: str) -> Response:
    answer.headers["Content-Disposition"] = f"inline; filename=\"{plain(name)}\"; filename*=UTF-8''{quote(name)}"
    return answer


def plain(name: str) -> str:
    """A file name in ASCII, for programs that read no other; a name without Latin letters becomes “client”."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"_-*_", "_client_", re.sub(r"[^A-Za-z0-9_.-]", "", letters))


def answers_with_paper(bp: Blueprint) -> None:
    """Let a blueprint say clearly that a stored file is lost, in place of a blank page."""
    bp.register_error_handler(papers.PaperLost, _lost)


def _lost(error: papers.PaperLost) -> ResponseReturnValue:
    return render_template("errors/paper_lost.html", paper=error.paper), 500
