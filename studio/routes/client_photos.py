"""A client's photo itself, for their coaches and nobody else, while the client agrees to it."""

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from ..models.clients import load_client
from ..models.photos import ClientPhoto, agrees_to_photos, load_photo
from ..operations import photos
from ..operations.uploads import FileLost
from ..web.access import coaches
from ..web.photos import LOST

bp = Blueprint("client_photos", __name__, url_prefix="/clients/<int:client_id>/photos/<int:photo_id>")


@bp.get("/shown.jpg")
@coaches
def show(client_id: int, photo_id: int) -> ResponseReturnValue:
    return _answer(_agreed(client_id, photo_id), whole=False)


@bp.get("/whole.jpg")
@coaches
def edit(client_id: int, photo_id: int) -> ResponseReturnValue:
    return _answer(_agreed(client_id, photo_id), whole=True)


def _agreed(client_id: int, photo_id: int) -> ClientPhoto:
    client = load_client(client_id) or abort(404)
    if not agrees_to_photos(client.id):
        abort(404)
    return load_photo(client.id, photo_id) or abort(404)


def _answer(photo: ClientPhoto, *, whole: bool) -> Response:
    try:
        content = photos.whole(photo) if whole else photos.shown(photo)
    except FileLost:
        abort(500, LOST)
    return Response(content, mimetype="image/jpeg")
