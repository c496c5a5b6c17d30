"""The day pack: who comes today, and what to take down by hand."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.print_runs import DayPackForm
from ..models.sheets_day_pack import Candidate, candidates
from ..models.studios import studio_today
from ..operations import day_packs
from ..web.access import coaches, user
from ..web.blind import not_to_see
from ..web.setup_first import studio

bp = Blueprint("day_packs", __name__, url_prefix="/day-packs")


@bp.get("/new")
@coaches
def new() -> ResponseReturnValue:
    form, listed = DayPackForm(), _listed()
    form.clients.data = [str(one.client.id) for one in listed if one.usual]
    return render_template("day_packs/new.html", form=form, listed=listed)


@bp.post("")
@coaches
def create() -> ResponseReturnValue:
    form, listed = DayPackForm(), _listed()
    form.offer((one.client.id, one.client.name) for one in listed)
    if not form.validate_on_submit():
        return render_template("day_packs/new.html", form=form, listed=listed), 422
    chosen = [one.client.id for one in listed if one.client.id in form.chosen]
    both_sides, forms = form.both_sides.data, form.forms.data or ()
    run = day_packs.begin(chosen, forms=forms, both_sides=both_sides, studio=studio(), by=user())
    return redirect(url_for("print_runs.show", run=run.id), 303)


def _listed() -> list[Candidate]:
    return candidates(studio_today(), text=request.args.get("q", "").strip(), hidden=not_to_see())
