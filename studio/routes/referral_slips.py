"""The pad for a clinic: slips to fill in with a pen, each with the square code of the form."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..documents import referral_slip as document
from ..models.sheets_referral_slip import referral_slip
from ..models.therapists import Therapist, load_therapist
from ..operations.sheet_codes import house
from ..operations.therapists import form_address
from ..web.access import signed_in
from ..web.paper import pdf
from ..web.setup_first import studio

bp = Blueprint("referral_slips", __name__)


@bp.get("/referral-slips.pdf")
@signed_in
def index() -> ResponseReturnValue:
    return _pad(f"{house()}/refer" if house() else "")


@bp.get("/therapists/<int:therapist_id>/referral-slips.pdf")
@signed_in
def show(therapist_id: int) -> ResponseReturnValue:
    therapist = load_therapist(therapist_id) or abort(404)
    return _pad(form_address(therapist), therapist)


def _pad(address: str, therapist: Therapist | None = None) -> ResponseReturnValue:
    whose = f"_{therapist.short_code}" if therapist else ""
    return pdf(document.render(referral_slip(studio(), address, therapist)), f"referral-slips{whose}.pdf")
