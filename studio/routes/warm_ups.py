"""The warm-up card of a programme: printed anew each time, for the list and its limits are today's."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..documents import warm_up
from ..models.cases import newest_findings
from ..models.programmes import load_programme
from ..models.reviews import plan_case
from ..models.sheets_warm_up import warm_up_card
from ..models.studios import studio_today
from ..operations.events import record_view
from ..operations.photos import put_on_card
from ..operations.warm_ups import file_name, note_printed
from ..web.access import coaches, user, visit
from ..web.paper import pdf
from ..web.setup_first import studio

bp = Blueprint("warm_ups", __name__, url_prefix="/programmes/<int:programme_id>")


@bp.get("/warm-up.pdf")
@coaches
def show(programme_id: int) -> ResponseReturnValue:
    programme = load_programme(programme_id) or abort(404)
    record_view(programme.client, by=user(), visit=visit())
    case = plan_case(programme, newest_findings(programme.client_id), studio_today())
    card = warm_up_card(programme, case, studio(), studio_today(), user())
    note_printed(programme, by=user())
    return pdf(warm_up.render(put_on_card(card, programme.client)), file_name(card))
