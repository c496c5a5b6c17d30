"""What a client has typed of the consent so far, kept while they type."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..forms.consents import ConsentForm
from ..operations import hand_overs
from ..web.access import signed_in
from ..web.blind import open_blind
from ..web.handed import handed, in_hand_over

bp = Blueprint("consent_drafts", __name__, url_prefix="/clients/<int:client_id>")


@bp.post("/consent-draft")
@signed_in
@in_hand_over("consent")
@open_blind
def update(client_id: int) -> ResponseReturnValue:
    given = handed()
    if given is None or given.client_id != client_id:
        abort(404)
    hand_overs.keep(given, "consent", ConsentForm(minor=False).typed_so_far())
    return render_template("hand_overs/_kept.html", at=utcnow())
