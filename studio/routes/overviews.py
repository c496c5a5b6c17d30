"""The studio on one page, to give to therapists: for everybody, or with one's own code."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..documents import overview
from ..models.sheets_overview import overview_sheet
from ..models.therapists import load_therapist
from ..operations.papers import short_name
from ..operations.therapists import form_address
from ..web.access import signed_in
from ..web.paper import pdf
from ..web.setup_first import studio

bp = Blueprint("overviews", __name__, url_prefix="/therapists")


@bp.get("/overview.pdf")
@signed_in
def index() -> ResponseReturnValue:
    sheet = overview_sheet(studio(), form_address())
    return pdf(overview.render(sheet), f"{sheet.written:%Y-%m-%d}_overview.pdf")


@bp.get("/<int:therapist_id>/overview.pdf")
@signed_in
def show(therapist_id: int) -> ResponseReturnValue:
    therapist = load_therapist(therapist_id) or abort(404)
    sheet = overview_sheet(studio(), form_address(therapist), therapist)
    return pdf(overview.render(sheet), f"{sheet.written:%Y-%m-%d}_overview_{short_name(therapist.name)}.pdf")
