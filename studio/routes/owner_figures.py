"""How the studio does: pages of numbers for its owner."""

from collections.abc import Callable

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from ..forms.periods import PeriodForm
from ..models.owner.money_page import MoneyPage, money_page
from ..models.owner.overview import Overview, overview
from ..models.owner.periods import PRESETS, Period
from ..models.owner.renewals import Renewals
from ..models.owner.renewals import renewals as renewals_due
from ..models.owner.slipping import KINDS, SHOWN
from ..models.owner.slipping import slipping as who_slips
from ..models.studios import studio_today
from ..web.access import owner_only
from ..web.blind import not_to_see
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


@bp.get("/figures/renewals")
@owner_only
def renewals() -> ResponseReturnValue:
    return render_template("owner_figures/renewals.html", page=_renewals(), shown=SHOWN)


@bp.get("/figures/renewals.csv")
@owner_only
def renewals_export() -> ResponseReturnValue:
    return as_csv(_renewals().file(), f"{studio_today()}_renewals.csv")


@bp.get("/figures/slipping")
@owner_only
def slipping() -> ResponseReturnValue:
    why = _why()
    page = who_slips(studio_today(), why)
    return render_template("owner_figures/slipping.html", page=page, why=why, kinds=KINDS, shown=SHOWN)


@bp.get("/figures/slipping.csv")
@owner_only
def slipping_export() -> ResponseReturnValue:
    return as_csv(who_slips(studio_today(), _why()).file(), f"{studio_today()}_slipping.csv")


def _renewals() -> Renewals:
    return renewals_due(studio_today(), hidden=not_to_see())


def _why() -> str:
    """The kind of reason that was asked for; all of them where it is none."""
    asked = request.args.get("why", "")
    return asked if asked in KINDS else ""


def _overview(period: Period) -> Overview:
    return overview(period, studio().time_zone)


def _money(period: Period) -> MoneyPage:
    return money_page(period, studio().currency, studio_today())


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
