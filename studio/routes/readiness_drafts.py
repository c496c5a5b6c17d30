"""What has been typed of the questions so far, kept while it is typed."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..forms.readiness import questions_form
from ..models.clients import load_client
from ..operations import readiness
from ..web.access import coaches, user
from ..web.handed import in_hand_over
from ..web.readiness import filled_in

bp = Blueprint("readiness_drafts", __name__, url_prefix="/clients/<int:client_id>")


@bp.post("/readiness-form/draft")
@coaches
@in_hand_over("readiness")
def update(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = questions_form(None)
    readiness.keep(client, form.values(), by=user(), filled_in=filled_in())
    return render_template("readiness/_kept.html", kept=True)
