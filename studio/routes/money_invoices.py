"""All invoices and credit notes, by month or by what is looked for."""

from calendar import monthrange
from datetime import date

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from ..models.books.lists import FEW, invoices_like, invoices_of, numbers_of, years
from ..models.studios import studio_today
from ..web.converters import number_from
from ..web.desk import desk

bp = Blueprint("money_invoices", __name__, url_prefix="/money/invoices")


@bp.get("")
@desk
def index() -> ResponseReturnValue:
    today, text = studio_today(), request.args.get("q", "").strip()[:120]
    year, month = number_from("year") or today.year, number_from("month")
    year = year if 1900 < year < 2200 else today.year
    month = month if month in range(1, 13) else None
    since = date(year, month or 1, 1)
    until = date(year, month or 12, monthrange(year, month or 12)[1])
    rows = invoices_like(text) if text else invoices_of(since, until, before=number_from("before"))
    return render_template(
        "money/invoices.html",
        rows=rows[:FEW],
        older=rows[FEW - 1].invoice.id if len(rows) > FEW else None,
        numbers=numbers_of(year),
        years=sorted({today.year, *years()}, reverse=True),
        year=year,
        month=month,
        text=text,
    )
