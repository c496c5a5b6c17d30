"""A file of a client: sent to be saved, never shown by the browser as a page of ours."""

from urllib.parse import quote

from flask import Blueprint, Response, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..models.attachments import load_attachment, load_removed
from ..models.clients import load_client
from ..operations import attachments
from ..operations.uploads import FileLost
from ..web.access import coaches, user
from ..web.blind import open_blind
from ..web.paper import plain

bp = Blueprint("attachments", __name__, url_prefix="/clients/<int:client_id>/attachments/<int:attachment_id>")


@bp.get("")
@coaches
@open_blind
def show(client_id: int, attachment_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    row = load_attachment(client_id, attachment_id) or abort(404)
    try:
        content = attachments.read(row, client, by=user())
    except FileLost:
        abort(500, "The file is missing, or is no longer what was kept. Restore the uploads folder from a backup.")
    answer = Response(content, mimetype=row.media_type.value)
    name = f"filename=\"{plain(row.file_name)}\"; filename*=UTF-8''{quote(row.file_name)}"
    answer.headers["Content-Disposition"] = f"attachment; {name}"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


@bp.post("/removal")
@coaches
@open_blind
def delete(client_id: int, attachment_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    row = load_attachment(client_id, attachment_id) or abort(404)
    attachments.remove(row, client, by=user())
    undo = url_for("attachments.create", client_id=client.id, attachment_id=row.id)
    flash({"text": f"{row.file_name} is removed.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("precautions.index", client_id=client.id), 303)


@bp.post("/return")
@coaches
@open_blind
def create(client_id: int, attachment_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    row = load_removed(client_id, attachment_id) or abort(404)
    attachments.put_back(row, client, by=user())
    flash(f"{row.file_name} is back.")
    return redirect(url_for("precautions.index", client_id=client.id), 303)
