"""Putting a record away, and bringing it back."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from ..models.clients import load_client
from ..operations.clients import archive, restore
from ..web.access import signed_in, user

bp = Blueprint("client_archives", __name__, url_prefix="/clients")


@bp.post("/<int:client_id>/archive")
@signed_in
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    archive(client, by=user())
    undo = url_for("client_archives.delete", client_id=client.id)
    flash({"text": f"{client.name} is archived. Nothing is lost.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("clients.index"), 303)


@bp.post("/<int:client_id>/restore")
@signed_in
def delete(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    restore(client, by=user())
    flash(f"{client.name} is back in the book.")
    return redirect(url_for("clients.show", client_id=client.id), 303)
