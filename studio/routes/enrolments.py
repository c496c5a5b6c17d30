"""What a client has bought: the packages that run, and all there ever were."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..forms.keys import new_key
from ..models.clients import load_client
from ..models.sales.check_ins import row_of
from ..models.sales.enrolment_line import lines_of
from ..models.sales.enrolment_lists import enrolments_of, running
from ..web.access import signed_in
from ..web.blind import open_blind
from ..web.filters import today
from ..web.htmx import wants_fragment

bp = Blueprint("enrolments", __name__, url_prefix="/clients/<int:client_id>/enrolments")


@bp.get("")
@signed_in
@open_blind
def index(client_id: int) -> ResponseReturnValue:
    """All of them; as a part of the client's page those that run."""
    client = load_client(client_id) or abort(404)
    found = enrolments_of(client.id)
    if wants_fragment():
        now = running(found)
        lines = lines_of(now, today())
        desk = row_of(client, lines.values(), today())
        told = {"lines": lines, "past": len(found), "desk": desk, "new_key": new_key}
        return render_template("enrolments/_running.html", client=client, **told)
    return render_template("enrolments/index.html", client=client, enrolments=found, lines=lines_of(found, today()))
