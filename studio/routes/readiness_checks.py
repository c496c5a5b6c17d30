"""The coach's part before training: blood pressure, red flags, yellow flags."""

from flask import Blueprint, abort, redirect, render_template
from flask.typing import ResponseReturnValue

from ..forms.readiness_checks import CheckForm
from ..models.clients import Client, load_client
from ..models.readiness import Held, held
from ..models.studios import studio_today
from ..models.tables import in_use
from ..operations import readiness
from ..operations.events import record_view
from ..web.access import coaches, user, visit
from ..web.readiness import CATEGORIES, done_address

bp = Blueprint("readiness_checks", __name__, url_prefix="/clients/<int:client_id>")


@bp.get("/readiness/check")
@coaches
def edit(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    record_view(client, by=user(), visit=visit())
    found = held(client.id, studio_today())
    return _page(client, CheckForm.of(found.form if found else None))


@bp.post("/readiness/check")
@coaches
def update(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = CheckForm()
    if not form.validate_on_submit():
        return _page(client, form), 422
    found: Held | None = held(client.id, studio_today())
    readiness.take_down(client, form.values(found.form if found else None), by=user())
    return redirect(done_address(client), 303)


def _page(client: Client, form: CheckForm) -> str:
    flags: dict[str, list[str]] = {}
    for flag in in_use().safety.red_flags.values():
        flags.setdefault(flag.category, []).append(flag.id)
    return render_template(
        "readiness/check.html", client=client, form=form, flags=flags, categories=CATEGORIES, safety=in_use().safety
    )
