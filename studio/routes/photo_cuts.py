"""What is cut out of the photo on a line."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..forms.photos import CutForm
from ..models.photos import photo_on
from ..operations import photos
from ..operations.uploads import FileLost
from ..web import builder
from ..web.access import coaches, user
from ..web.photos import LOST

bp = Blueprint("photo_cuts", __name__, url_prefix="/programmes/<int:programme_id>/prescriptions/<int:prescription_id>")


@bp.post("/photo/cut")
@coaches
def update(programme_id: int, prescription_id: int) -> ResponseReturnValue:
    row = builder.draft_line_or_404(programme_id, prescription_id)
    client = row.version.programme.client
    photo = photo_on(client.id, row.exercise) or abort(404)
    cut = CutForm().cut or abort(422)
    try:
        photos.crop(photo, client, cut, by=user())
    except FileLost:
        abort(500, LOST)
    return builder.changed(row.version, "Photo kept as you moved it")
