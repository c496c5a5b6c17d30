"""What a client must mind: precautions, clearances and the regions that rest, and recording another precaution."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.precautions import PrecautionForm
from ..models.clients import Client, load_client
from ..models.precaution_view import standing_view
from ..models.studios import studio_today
from ..models.tables import in_use
from ..operations import precautions
from ..operations.attachments import BadFile
from ..operations.events import record_view
from ..web.access import coaches, user, visit
from ..web.blind import open_blind, rating_of, standing_to_see
from ..web.uploads import takes_files

bp = Blueprint("precautions", __name__, url_prefix="/clients/<int:client_id>/precautions")


@bp.get("")
@coaches
@open_blind
def index(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    record_view(client, by=user(), visit=visit())
    view = standing_view(standing_to_see(client.id, studio_today()))
    return render_template("precautions/index.html", client=client, view=view, blind=rating_of(client.id))


@bp.get("/new")
@coaches
@open_blind
def new(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    return _page(client, PrecautionForm(data=_suggested()))


@bp.post("")
@coaches
@takes_files
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = PrecautionForm()
    if not form.validate_on_submit():
        return _page(client, form), 422
    try:
        precautions.create(client, form.said(), file=form.file.checked, by=user())
    except BadFile as error:
        form.form_errors.append(str(error))
        return _page(client, form), 422
    flash("The precaution is on record. Drafts and new programmes keep to it.")
    return redirect(url_for("precautions.index", client_id=client.id), 303)


def _page(client: Client, form: PrecautionForm) -> str:
    operation = in_use().limit_rules.operations.get(form.operation.data or "")
    return render_template("precautions/new.html", client=client, form=form, operation=operation)


def _suggested() -> dict[str, object]:
    """What the address asks about: the operation brings its questions, and its precautions ticked to be looked at."""
    operation = in_use().limit_rules.operations.get(request.args.get("operation", ""))
    if operation is None:
        return {"said_on": studio_today()}
    return {
        "said_on": studio_today(),
        "operation": operation.id,
        "region": operation.regions[0],
        "tags": [*operation.tags, *operation.strict],
    }
