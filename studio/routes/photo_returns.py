"""A photo back on its line after it was removed or replaced."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from ..models.photos import load_removed_photo
from ..operations import photos
from ..web import builder
from ..web.access import coaches, user

bp = Blueprint(
    "photo_returns", __name__, url_prefix="/programmes/<int:programme_id>/prescriptions/<int:prescription_id>"
)


@bp.post("/photos/<int:photo_id>/return")
@coaches
def create(programme_id: int, prescription_id: int, photo_id: int) -> ResponseReturnValue:
    row = builder.draft_line_or_404(programme_id, prescription_id)
    client = row.version.programme.client
    photo = load_removed_photo(client.id, photo_id) or abort(404)
    try:
        photos.put_back(photo, client, by=user())
    except photos.NotAgreed:
        abort(404)
    return builder.changed(row.version, "The photo is back")
