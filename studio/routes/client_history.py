"""Who changed what when on a client's record."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..models.client_history import history
from ..models.clients import load_client
from ..operations.events import record_view
from ..web.access import coaches, user, visit
from ..web.converters import number_from
from ..web.setup_first import studio

bp = Blueprint("client_history", __name__, url_prefix="/clients")


@bp.get("/<int:client_id>/history")
@coaches
def show(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    record_view(client, by=user(), visit=visit())
    before = number_from("before")
    entries, older = history(client, country=studio().country, before=before)
    return render_template(
        "clients/history.html", client=client, entries=entries, older=older, later=before is not None
    )
