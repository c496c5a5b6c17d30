"""Judging drawings of a test for practice: about no client, and nothing of it is kept."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..models.rater_training import order_of, tests, training
from ..models.studios import studio_today
from ..web.access import coaches
from ..web.finding_cards import question_file
from ..web.pictures import drawn

bp = Blueprint("rater_training", __name__, url_prefix="/rater-training")


@bp.get("")
@coaches
def index() -> ResponseReturnValue:
    return render_template("rater_training/index.html", tests=tests())


@bp.get("/<string:protocol>")
@coaches
def new(protocol: str) -> ResponseReturnValue:
    run = training(protocol, order_of(studio_today())) or abort(404)
    return redirect(url_for("rater_training.show", protocol=run.protocol, number=run.number))


@bp.get("/<string:protocol>/<int:number>")
@coaches
def show(protocol: str, number: int) -> ResponseReturnValue:
    given = request.args.get("answers", "") + request.args.get("answer", "")
    run = training(protocol, number, given) or abort(404)
    return render_template("rater_training/show.html", run=run)


@bp.get("/<string:protocol>/<int:number>/<int:place>.svg")
@coaches
def picture(protocol: str, number: int, place: int) -> ResponseReturnValue:
    run = training(protocol, number) or abort(404)
    return drawn(question_file(run.questions, place) or abort(404))
