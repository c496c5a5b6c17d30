"""How the studio does: pages of numbers for its owner."""

from collections.abc import Callable

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from ..forms.periods import PeriodForm
from ..models.owner.money_page import MoneyPage, money_page
from ..models.owner.overview import Overview, overview
from ..models.owner.periods import PRESETS, Period
from ..models.studios import studio_today
from ..web.access import owner_only
from ..web.setup_first import studio
from ..web.spreadsheet import as_csv

bp = Blueprint("owner_figures", __name__)


@bp.get("/figures")
@owner_only
def show() -> ResponseReturnValue:
    return _page("owner_figures/show.html", _overview)


@bp.get("/figures.csv")
@owner_only
def export() -> ResponseReturnValue:
    return _file(_overview)


@bp.get("/figures/money")
@owner_only
def money() -> ResponseReturnValue:
    return _page("owner_figures/money.html", _money)


@bp.get("/figures/money.csv")
@owner_only
def money_export() -> ResponseReturnValue:
    return _file(_money)


def _overview(period: Period) -> Overview:
    return overview(period, studio().time_zone)


def _money(period: Period) -> MoneyPage:
    return money_page(period, studio().currency)


def _page(template: str, about: Callable[[Period], object]) -> ResponseReturnValue:
    form = PeriodForm(studio_today())
    good = form.validate()
    period = form.period
    form.show(period)
    answer = render_template(template, form=form, period=period, presets=PRESETS, page=about(period))
    return answer, 200 if good else 422


def _file(about: Callable[[Period], Overview | MoneyPage]) -> ResponseReturnValue:
    """One of the page's tables, for the time that the page shows."""
    form = PeriodForm(studio_today())
    form.validate()
    period, name = form.period, request.args.get("table", "")
    rows = about(period).file(name) or abort(404)
    return as_csv(rows, f"{period.first}_{period.last}_{name}.csv")
