"""The list of referrals as a file, exactly as it is filtered."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from ..models.referral_list import csv_rows
from ..models.studios import studio_day, studio_today
from ..web.access import coaches
from ..web.referrals import wanted
from ..web.spreadsheet import as_csv

bp = Blueprint("referral_exports", __name__)


@bp.get("/referrals.csv")
@coaches
def show() -> ResponseReturnValue:
    return as_csv(csv_rows(wanted(), studio_day), f"{studio_today():%Y-%m-%d}_referrals.csv")
