"""What was measured on a client over time."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..models.clients import load_client
from ..models.measures_over_time import measures_over_time
from ..operations.events import record_view
from ..web.access import coaches, user, visit
from ..web.setup_first import studio

bp = Blueprint("client_measures", __name__, url_prefix="/clients")


@bp.get("/<int:client_id>/measures")
@coaches
def show(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    record_view(client, by=user(), visit=visit())
    return render_template("clients/measures.html", client=client, over_time=measures_over_time(client.id, studio()))
