"""What came in on a day, by method."""

from datetime import date, timedelta

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from ..models.books.ledger import Method
from ..models.books.lists import payments_of, totals_of
from ..models.studios import studio_today
from ..web.desk import desk

bp = Blueprint("money_payments", __name__, url_prefix="/money/payments")


@bp.get("")
@desk
def index() -> ResponseReturnValue:
    today = studio_today()
    on = min(_day(request.args.get("on", ""), today), today)
    asked = request.args.get("method", "")
    method = Method(asked) if asked in set(Method) else None
    rows = payments_of(on)
    return render_template(
        "money/payments.html",
        on=on,
        before=on - timedelta(days=1),
        after=on + timedelta(days=1) if on < today else None,
        rows=[row for row in rows if method in (None, row.payment.method)],
        totals=totals_of(rows),
        method=method,
    )


def _day(text: str, otherwise: date) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return otherwise
    return found if found.year > 1900 else otherwise
