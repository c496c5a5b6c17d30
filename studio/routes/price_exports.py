"""The price list as a file, with every version there was."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from ..models.sales.price_rows import csv_rows
from ..web.access import signed_in
from ..web.filters import today
from ..web.spreadsheet import as_csv

bp = Blueprint("price_exports", __name__)


@bp.get("/prices.csv")
@signed_in
def show() -> ResponseReturnValue:
    return as_csv(csv_rows(), f"{today():%Y-%m-%d}_prices.csv")
