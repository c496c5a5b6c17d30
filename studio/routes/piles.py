"""The pile of a print run: binding it, and sending it."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from ..operations import piles
from ..operations.print_runs import load_run
from ..web.access import signed_in, user
from ..web.blind import not_to_see
from ..web.htmx import wants_fragment
from ..web.paper import pdf_file

bp = Blueprint("piles", __name__, url_prefix="/print-runs/<string:run>")


@bp.post("/pile")
@signed_in
def create(run: str) -> ResponseReturnValue:
    found = load_run(run, by=user(), hidden=not_to_see()) or abort(404)
    piles.bind(found)
    return ("", 204) if wants_fragment() else redirect(url_for("print_runs.show", run=run), 303)


@bp.get("/pile.pdf")
@signed_in
def show(run: str) -> ResponseReturnValue:
    found = load_run(run, by=user(), hidden=not_to_see()) or abort(404)
    if not found.at("pdf").exists():
        abort(404)
    return pdf_file(found.at("pdf"), found.file_name)
