"""A sale that is still being put together: what it comes to."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..models.clients import load_client
from ..web.access import signed_in
from ..web.blind import open_blind
from ..web.htmx import wants_fragment
from ..web.selling import selling

bp = Blueprint("sale_drafts", __name__, url_prefix="/clients/<int:client_id>/enrolments/draft")


@bp.post("")
@signed_in
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    """The sum of what is chosen, or the page with it where no script runs. Nothing is kept."""
    now = selling(load_client(client_id) or abort(404))
    return now.part() if wants_fragment() else now.page()
