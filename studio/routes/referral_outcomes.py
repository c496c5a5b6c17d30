"""What became of referrals, in numbers that can be shared: on the screen and on paper."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from ..documents import outcomes
from ..models.sheets_outcomes import outcome_sheet, years
from ..models.therapists import Therapist, load_therapist
from ..numbers import whole
from ..operations.papers import short_name
from ..sheets.outcomes import OutcomeSheet
from ..web.access import coaches
from ..web.paper import pdf
from ..web.setup_first import studio

bp = Blueprint("referral_outcomes", __name__)


@bp.get("/outcomes")
@coaches
def show() -> ResponseReturnValue:
    return render_template("referral_outcomes/show.html", sheet=_sheet(), years=years(), therapist=None)


@bp.get("/outcomes.pdf")
@coaches
def paper() -> ResponseReturnValue:
    sheet = _sheet()
    return pdf(outcomes.render(sheet), f"{sheet.year}_outcomes.pdf")


@bp.get("/therapists/<int:therapist_id>/outcomes")
@coaches
def show_one(therapist_id: int) -> ResponseReturnValue:
    therapist = load_therapist(therapist_id) or abort(404)
    sheet = _sheet(therapist)
    return render_template("referral_outcomes/show.html", sheet=sheet, years=years(), therapist=therapist)


@bp.get("/therapists/<int:therapist_id>/outcomes.pdf")
@coaches
def paper_of_one(therapist_id: int) -> ResponseReturnValue:
    therapist = load_therapist(therapist_id) or abort(404)
    sheet = _sheet(therapist)
    return pdf(outcomes.render(sheet), f"{sheet.year}_outcomes_{short_name(therapist.name)}.pdf")


def _sheet(therapist: Therapist | None = None) -> OutcomeSheet:
    """That of the year asked for; the last one where none was, or one without referrals."""
    known = years()
    asked = whole(request.args.get("year", ""))
    return outcome_sheet(studio(), asked if asked in known else known[0], therapist)
