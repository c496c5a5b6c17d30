"""Rating an assessment a second time, and both ratings side by side."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.second_ratings import SecondRatingForm
from ..models.assessments import Assessment, State, load_assessment
from ..models.second_rating_view import both_ratings
from ..models.second_ratings import was_dropped, ways_open
from ..operations import second_ratings
from ..operations.events import record_view
from ..operations.second_ratings import NotRateable, OnlyFromVideo, RatedAlready, TooSoon
from ..web.access import coaches, user, visit
from ..web.blind import open_blind
from ..web.setup_first import studio

bp = Blueprint("second_ratings", __name__)


@bp.get("/assessments/<int:assessment_id>/second-rating")
@coaches
def new(assessment_id: int) -> ResponseReturnValue:
    assessment = _first(assessment_id)
    return _form_page(assessment, SecondRatingForm(formdata=None))


@bp.post("/assessments/<int:assessment_id>/second-rating")
@coaches
def create(assessment_id: int) -> ResponseReturnValue:
    assessment, form = _first(assessment_id), SecondRatingForm()
    if not form.validate_on_submit():
        return _form_page(assessment, form), 422
    try:
        rating = second_ratings.start(assessment, form.way.data, by=user(), zone=studio().time_zone)
    except (TooSoon, OnlyFromVideo, NotRateable):
        return _form_page(assessment, form), 409
    except RatedAlready as again:
        flash("You have rated this one a second time before.")
        return redirect(url_for("second_ratings.show", assessment_id=again.rating.id), 303)
    return redirect(url_for("boards.show", assessment_id=rating.id), 303)


@bp.get("/second-ratings/<int:assessment_id>")
@coaches
@open_blind
def show(assessment_id: int) -> ResponseReturnValue:
    rating = _second(assessment_id)
    record_view(rating.client, by=user(), visit=visit())
    if rating.state is State.rating:
        return render_template("second_ratings/open.html", rating=rating)
    dropped = was_dropped(rating)
    return render_template("second_ratings/show.html", rating=rating, both=both_ratings(rating), dropped=dropped)


@bp.post("/second-ratings/<int:assessment_id>/omission")
@coaches
@open_blind
def omit(assessment_id: int) -> ResponseReturnValue:
    rating = _second(assessment_id)
    second_ratings.leave_out(rating, by=user())
    if was_dropped(rating):
        flash("The second rating is dropped.")
    else:
        undo = url_for("second_ratings.count", assessment_id=rating.id)
        flash({"text": "The second rating is left out.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("assessments.show", assessment_id=rating.second_to_id), 303)


@bp.post("/second-ratings/<int:assessment_id>/count")
@coaches
def count(assessment_id: int) -> ResponseReturnValue:
    rating = _second(assessment_id)
    try:
        second_ratings.count_again(rating, by=user())
    except NotRateable:
        abort(409, "A second rating that was dropped does not come back.")
    flash("The second rating counts again.")
    return redirect(url_for("second_ratings.show", assessment_id=rating.id), 303)


def _first(assessment_id: int) -> Assessment:
    assessment = load_assessment(assessment_id) or abort(404)
    if assessment.second_to_id or assessment.state is not State.complete:
        abort(409, "Only a completed assessment can be rated a second time.")
    return assessment


def _second(assessment_id: int) -> Assessment:
    rating = load_assessment(assessment_id) or abort(404)
    return rating if rating.second_to_id else abort(404)


def _form_page(assessment: Assessment, form: SecondRatingForm) -> str:
    ways, not_before = ways_open(assessment, user().id, studio().time_zone)
    form.choose(ways)
    return render_template(
        "second_ratings/new.html", assessment=assessment, form=form, ways=ways, not_before=not_before
    )
