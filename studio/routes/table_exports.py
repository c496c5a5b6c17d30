"""The tables in use as files."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from ..models.studios import studio_today
from ..models.table_exports import exercise_rows, link_rows
from ..web.access import owner_only
from ..web.spreadsheet import as_csv

bp = Blueprint("table_exports", __name__, url_prefix="/settings/tables")


@bp.get("/muscle-links.csv")
@owner_only
def links() -> ResponseReturnValue:
    return as_csv(link_rows(), f"{studio_today():%Y-%m-%d}_muscle-links.csv")


@bp.get("/exercises.csv")
@owner_only
def exercises() -> ResponseReturnValue:
    return as_csv(exercise_rows(), f"{studio_today():%Y-%m-%d}_exercises.csv")
