"""What a coach decides about a proposal: take it, take another step, or none."""

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.plans import DecisionForm
from ..models.reviews import Review, load_review
from ..operations import reviews
from ..web import rescreen
from ..web.access import coaches, user

bp = Blueprint("decisions", __name__, url_prefix="/reviews/<int:review_id>/decision")

SAID = {
    "accepted": "Accepted",
    "changed": "Another step chosen",
    "refused": "Refused. Nothing changes for this finding",
}


@bp.post("")
@coaches
def create(review_id: int) -> ResponseReturnValue:
    review = load_review(review_id) or abort(404)
    one = rescreen.rescreen_or_404(review.assessment_id)
    if "accept" in request.form:
        reviews.decide(review, review.proposed, "", one.issued, by=user())
    else:
        form = DecisionForm()
        if not form.validate():
            return rescreen.page(one, deciding=rescreen.Deciding(review, form)), 422
        reviews.decide(review, form.then, form.why.data or "", one.issued, by=user())
    undo = url_for("decisions.delete", review_id=review.id)
    flash({"text": SAID[review.reply.value], "undo_url": undo})  # type: ignore[arg-type]
    return _back(review)


@bp.post("/undo")
@coaches
def delete(review_id: int) -> ResponseReturnValue:
    review = load_review(review_id) or abort(404)
    reviews.take_back(review, by=user())
    return _back(review)


def _back(review: Review) -> ResponseReturnValue:
    return redirect(url_for("reviews.show", assessment_id=review.assessment_id) + "#proposals", 303)
