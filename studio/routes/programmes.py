"""A client's programme: its draft, or else the version the client has."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue

from ..forms.programmes import DetailsForm
from ..models.clients import load_client
from ..models.programmes import load_programme
from ..operations import programmes
from ..operations.events import record_view
from ..web import builder
from ..web.access import coaches, signed_in, user, visit

bp = Blueprint("programmes", __name__)


@bp.post("/clients/<int:client_id>/programmes")
@coaches
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    draft = programmes.create(client, by=user())
    return redirect(url_for("programmes.show", programme_id=draft.programme_id), 303)


@bp.get("/programmes/<int:programme_id>")
@signed_in
def show(programme_id: int) -> ResponseReturnValue:
    programme = load_programme(programme_id) or abort(404)
    record_view(programme.client, by=user(), visit=visit())
    # A draft says which findings are behind its lines: that is for those who assess.
    draft = programme.draft if user().can_assess else None
    if draft is None:
        return builder.issued_page(programme.issued or abort(404))
    return builder.draft_page(draft, DetailsForm.of(draft))
