"""The directory as a file, as it is narrowed on the screen."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from ..forms.therapists import DirectoryForm
from ..models.studios import studio_today
from ..models.therapist_lists import all_of
from ..models.therapist_rows import therapist_rows
from ..web.access import signed_in
from ..web.setup_first import studio
from ..web.spreadsheet import as_csv

bp = Blueprint("therapist_exports", __name__, url_prefix="/therapists")


@bp.get("/therapists.csv")
@signed_in
def show() -> ResponseReturnValue:
    on = studio_today()
    rows = all_of(DirectoryForm().narrowed, on=on, zone=studio().time_zone)
    return as_csv(therapist_rows(rows), f"{on:%Y-%m-%d}_therapists.csv")
