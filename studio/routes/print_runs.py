"""Home sheets of many clients: who, and how far the pile is."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.print_runs import PileForm
from ..models.home_sheets import InHand, in_hand
from ..models.users import user_names
from ..operations import home_sheet_runs
from ..operations.print_runs import MOST, load_run, progress_of
from ..web.access import signed_in, user
from ..web.blind import not_to_see
from ..web.converters import number_from
from ..web.htmx import wants_fragment
from ..web.setup_first import studio

bp = Blueprint("print_runs", __name__, url_prefix="/print-runs")


@bp.get("/new")
@signed_in
def new() -> ResponseReturnValue:
    form = PileForm()
    listed = _listed()
    form.clients.data = [str(one.client.id) for one in listed]
    return _page(form, listed)


@bp.post("")
@signed_in
def create() -> ResponseReturnValue:
    form = PileForm()
    listed = _listed()
    form.offer((one.client.id, one.client.name) for one in listed)
    if not form.validate_on_submit():
        return _page(form, listed), 422
    chosen = [one for one in listed if one.client.id in form.chosen]
    run = home_sheet_runs.begin(chosen, studio=studio(), both_sides=form.both_sides.data, by=user())
    return redirect(url_for("print_runs.show", run=run.id), 303)


@bp.get("/<string:run>")
@signed_in
def show(run: str) -> ResponseReturnValue:
    found = load_run(run, by=user(), hidden=not_to_see()) or abort(404)
    template = "print_runs/_progress.html" if wants_fragment() else "print_runs/show.html"
    return render_template(template, run=found, progress=progress_of(found))


def _listed() -> list[InHand]:
    """The sheets that fit the filter and may be seen, one more than can be printed at once."""
    hidden = not_to_see()
    found = in_hand(MOST + 1, text=request.args.get("q", "").strip(), coach_id=number_from("coach"))
    return [one for one in found if one.client.id not in hidden]


def _page(form: PileForm, listed: list[InHand]) -> str:
    return render_template("print_runs/new.html", form=form, listed=listed[:MOST], coaches=user_names(), most=MOST)
