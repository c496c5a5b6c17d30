"""Merging two records of one person: finding the other one, the preview, doing it, taking it back."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..models.client_doubles import likely_doubles
from ..models.client_search import find
from ..models.clients import Client, load_client
from ..models.merge_view import merge_view
from ..models.merges import load_merge, merges_of
from ..numbers import whole
from ..operations import merges
from ..operations.events import record_view
from ..web.access import coaches, user, visit
from ..web.converters import number_from
from ..web.setup_first import studio

bp = Blueprint("merges", __name__, url_prefix="/clients/<int:client_id>/merges")

FOUND = 12


@bp.get("/new")
@coaches
def new(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    asked = number_from("with")
    if asked is not None:
        return _preview(client, load_client(asked) or abort(404))
    text = request.args.get("name", "").strip()[:120]
    found = find(text, FOUND) if text else [one.client for one in likely_doubles(client.values())]
    others = [one for one in found if one.id != client.id]
    return render_template("merges/new.html", client=client, others=others, text=text, merges=merges_of(client.id))


@bp.post("")
@coaches
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    other = load_client(whole(request.form.get("with", "")) or 0) or abort(422, "Choose the other record first.")
    take = {name.removeprefix("take-") for name, side in request.form.items() if side == "other"}
    try:
        merge = merges.merge(client, other, take, by=user())
    except merges.Blocked as error:
        abort(409, f"{error}.")
    undo = url_for("merges.delete", client_id=client.id, merge_id=merge.id)
    flash({"text": "The two records are one.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("clients.show", client_id=client.id), 303)


@bp.post("/<int:merge_id>/undo")
@coaches
def delete(client_id: int, merge_id: int) -> ResponseReturnValue:
    row = load_merge(client_id, merge_id) or abort(404)
    try:
        merges.undo(row, by=user())
    except merges.Held as error:
        abort(409, f"{error}, so the merge cannot be taken back.")
    flash("They are two records again.")
    return redirect(url_for("clients.show", client_id=client_id), 303)


def _preview(client: Client, other: Client) -> ResponseReturnValue:
    for one in (client, other):
        record_view(one, by=user(), visit=visit())
    view = merge_view(client, other, now=utcnow(), country=studio().country)
    return render_template("merges/show.html", view=view, client=client)
