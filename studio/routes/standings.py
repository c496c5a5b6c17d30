"""What limits a client today, and who sent them: lines that follow the client's page, which asks enough itself."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..models.clients import load_client
from ..models.referral_list import sent_for
from ..models.studios import studio_today
from ..operations.events import record_view
from ..web.access import coaches, user, visit
from ..web.before_training import precautions_line
from ..web.blind import open_blind, standing_to_see
from ..web.htmx import wants_fragment

bp = Blueprint("standings", __name__)


@bp.get("/clients/<int:client_id>/standing")
@coaches
@open_blind
def show(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    if not wants_fragment():
        return redirect(url_for("precautions.index", client_id=client.id))
    record_view(client, by=user(), visit=visit())
    line = precautions_line(client, standing_to_see(client.id, studio_today()))
    return render_template("clients/_standing.html", line=line, sent=sent_for(client.id))
