"""A client's readiness: what the answers say, what to do now."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..models.clients import load_client
from ..models.gates import may_start
from ..models.readiness import earlier
from ..models.refer_outs import refer_outs_of
from ..models.studios import studio_today
from ..models.tables import in_use
from ..operations.events import record_view
from ..web import readiness
from ..web.access import coaches, user, visit

bp = Blueprint("readiness", __name__, url_prefix="/clients/<int:client_id>")


@bp.get("/readiness")
@coaches
def show(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    record_view(client, by=user(), visit=visit())
    may = may_start(client, studio_today())
    return render_template(
        "readiness/show.html",
        client=client,
        start=may,
        line=readiness.line(may.gate, may.held),
        reasons=readiness.reasons_of(may),
        yellow=readiness.yellow_lines(may),
        refer_outs=refer_outs_of(client.id),
        forms=earlier(client.id),
        safety=in_use().safety,
        regions=in_use().regions,
        tags=in_use().tags,
    )
