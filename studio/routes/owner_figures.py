"""How the studio does: pages of numbers for its owner."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from ..forms.periods import PeriodForm
from ..models.owner.overview import overview
from ..models.owner.periods import PRESETS
from ..models.studios import studio_today
from ..web.access import owner_only
from ..web.setup_first import studio
from ..web.spreadsheet import as_csv

bp = Blueprint("owner_figures", __name__)


@bp.get("/figures")
@owner_only
def show() -> ResponseReturnValue:
    form = PeriodForm(studio_today())
    good = form.validate()
    period = form.period
    form.show(period)
    page = overview(period, studio().time_zone)
    answer = render_template("owner_figures/show.html", form=form, period=period, presets=PRESETS, page=page)
    return answer, 200 if good else 422


@bp.get("/figures.csv")
@owner_only
def export() -> ResponseReturnValue:
    form = PeriodForm(studio_today())
    form.validate()
    period = form.period
    rows = overview(period, studio().time_zone).file(request.args.get("table", "")) or abort(404)
    return as_csv(rows, f"{period.first}_{period.last}_{request.args['table']}.csv")
