"""How well ratings agree here, and the error bands that follow from it."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..models.agreement import agreement_of_studio
from ..models.error_bands import Rater
from ..models.second_ratings import unfinished
from ..operations import error_bands
from ..web.access import owner_only, user
from ..web.blind import not_to_see

bp = Blueprint("agreement", __name__, url_prefix="/agreement")


@bp.get("")
@owner_only
def show() -> ResponseReturnValue:
    hidden = not_to_see()
    kinds = agreement_of_studio(hidden)
    return render_template("agreement/show.html", kinds=kinds, unfinished=unfinished(), hidden=hidden)


@bp.post("/<string:rater>/bands")
@owner_only
def create(rater: str) -> ResponseReturnValue:
    try:
        error_bands.take_back(_rater(rater), by=user())
    except error_bands.TooFew:
        abort(409, "Fewer clients were rated twice than own bands need.")
    flash("Changes of the score are read by your own error again.")
    return redirect(url_for("agreement.show"), 303)


@bp.post("/<string:rater>/bands/withdrawal")
@owner_only
def delete(rater: str) -> ResponseReturnValue:
    error_bands.withdraw(_rater(rater), by=user())
    undo = url_for("agreement.create", rater=rater)
    flash({"text": "The usual bands stand again.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("agreement.show"), 303)


def _rater(word: str) -> Rater:
    return Rater(word) if word in list(Rater) else abort(404)
