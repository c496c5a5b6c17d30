"""What is on record of one person: seen as a whole, taken out as a file, erased."""

from flask import Blueprint, abort, flash, redirect, render_template, send_file, url_for
from flask.typing import ResponseReturnValue

from ..forms.personal_data import ErasureForm
from ..models.clients import Client, load_client
from ..models.person import KEPT, holdings
from ..operations import erasures, person_exports
from ..operations.papers import short_name
from ..web.access import owner_only, user
from ..web.filters import today
from ..web.paper import plain

bp = Blueprint("personal_data", __name__, url_prefix="/clients/<int:client_id>/personal-data")


@bp.get("")
@owner_only
def show(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    return _page(client, ErasureForm(whose=client.name))


@bp.post("/export")
@owner_only
def export(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    name = f"{today():%Y-%m-%d}_record_{short_name(client.name)}.zip"
    content = person_exports.export(client, by=user())
    answer = send_file(content, mimetype="application/zip", as_attachment=True, download_name=plain(name))
    del answer.headers["Cache-Control"]  # it says that a browser may keep it
    return answer


@bp.post("/erasure")
@owner_only
def erase(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = ErasureForm(whose=client.name)
    if not form.validate_on_submit():
        return _page(client, form), 422
    erasures.erase(client, form.reason.data or "", by=user())
    flash("The record is erased. An empty one with its number is left for the trail.")
    return redirect(url_for("clients.index"), 303)


def _page(client: Client, form: ErasureForm) -> str:
    return render_template(
        "personal_data/show.html", client=client, form=form, holdings=holdings(client.id), kept=KEPT.values()
    )
