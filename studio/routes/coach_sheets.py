"""The coach's sheet of an issued version: printed anew each time, for its limits are today's."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..documents import coach_sheet
from ..models.programmes import load_version
from ..models.sheets_coach import coach_sheet as sheet_of
from ..models.studios import studio_today
from ..operations.coach_sheets import file_name, note_printed
from ..operations.events import record_view
from ..web.access import coaches, user, visit
from ..web.paper import pdf
from ..web.setup_first import studio

bp = Blueprint("coach_sheets", __name__, url_prefix="/programmes/<int:programme_id>/versions/<int:number>")


@bp.get("/coach.pdf")
@coaches
def show(programme_id: int, number: int) -> ResponseReturnValue:
    version = load_version(programme_id, number) or abort(404)
    if version.issued_at is None:
        abort(404)
    client = version.programme.client
    record_view(client, by=user(), visit=visit())
    sheet = sheet_of(version, studio(), studio_today())
    note_printed(version, client, by=user())
    return pdf(coach_sheet.render(sheet), file_name(sheet))
