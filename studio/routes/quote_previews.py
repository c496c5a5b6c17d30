"""What a quote comes to while it is being put together."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..models.clients import load_client
from ..web.access import signed_in
from ..web.blind import open_blind
from ..web.quotes import quoting

bp = Blueprint("quote_previews", __name__, url_prefix="/clients/<int:client_id>/quotes/preview")


@bp.post("")
@signed_in
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    now = quoting(load_client(client_id) or abort(404))
    now.form.validate()
    return now.part()
