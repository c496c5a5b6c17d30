"""The books for the accountant: the totals of some days, and the rows they are made of as files."""

from collections.abc import Iterable
from itertools import chain

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from ..forms.money_exports import ExportForm, spans
from ..models.books.export_rows import invoice_rows, ledger_rows, payment_rows, totals_rows
from ..models.books.statement import Books, books
from ..models.studios import studio_today
from ..operations.books.exports import note_taken
from ..web.access import owner_only, user
from ..web.setup_first import studio
from ..web.spreadsheet import as_large_csv

bp = Blueprint("money_exports", __name__, url_prefix="/money/exports")


@bp.get("")
@owner_only
def index() -> ResponseReturnValue:
    form = ExportForm(studio_today())
    good = form.validate()
    period, kept = form.period, form.in_address
    form.show(period)
    found = _books(form)
    page = render_template(
        "money_exports/index.html", form=form, period=period, kept=kept, spans=spans(studio_today()), books=found
    )
    return page, 200 if good else 422


@bp.get("/ledger.csv")
@owner_only
def ledger() -> ResponseReturnValue:
    form = _form()
    rows = ledger_rows(form.period.first, form.period.last, names=form.names.data, zone=studio().time_zone)
    return _file("ledger", "Ledger of money", form, rows)


@bp.get("/invoices.csv")
@owner_only
def invoices() -> ResponseReturnValue:
    form = _form()
    rows = invoice_rows(form.period.first, form.period.last, names=form.names.data, zone=studio().time_zone)
    return _file("invoices", "Invoices and credit notes", form, rows)


@bp.get("/payments.csv")
@owner_only
def payments() -> ResponseReturnValue:
    form = _form()
    rows = payment_rows(form.period.first, form.period.last, names=form.names.data, zone=studio().time_zone)
    return _file("payments", "Payments", form, rows)


@bp.get("/totals.csv")
@owner_only
def totals() -> ResponseReturnValue:
    form = _form()
    form.names.data = False  # there are none in it
    return _file("totals", "Totals", form, totals_rows(_books(form), studio().currency))


def _form() -> ExportForm:
    form = ExportForm(studio_today())
    form.validate()
    return form


def _books(form: ExportForm) -> Books:
    period = form.period
    _, ends = period.moments(studio().time_zone)
    return books(period.first, period.last, ends=ends, currency=studio().currency)


def _file(name: str, title: str, form: ExportForm, rows: Iterable[list[object]]) -> ResponseReturnValue:
    """What was asked for stands in the file's name and in its first line. That it was taken goes into the trail."""
    period, named = form.period, "with names" if form.names.data else "without names"
    said = f"{studio().name}: {title}, {period.first} to {period.last}, {named}"
    note_taken(title, period.first, period.last, names=form.names.data, by=user())
    file = f"{period.first}_{period.last}_{name}{'_names' if form.names.data else ''}.csv"
    return as_large_csv(chain([[said]], rows), file)
