"""Putting a clearance on file."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.clearances import ClearanceForm
from ..models.clients import load_client
from ..models.studios import studio_today
from ..operations import clearances
from ..operations.attachments import BadFile
from ..web.access import coaches, user
from ..web.blind import open_blind
from ..web.uploads import takes_files

bp = Blueprint("clearances", __name__, url_prefix="/clients/<int:client_id>/clearances")


@bp.get("/new")
@coaches
@open_blind
def new(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    return render_template("clearances/new.html", client=client, form=ClearanceForm(data={"said_on": studio_today()}))


@bp.post("")
@coaches
@takes_files
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = ClearanceForm()
    if not form.validate_on_submit():
        return render_template("clearances/new.html", client=client, form=form), 422
    try:
        clearances.create(client, form.word(), file=form.file.checked, by=user())
    except BadFile as error:
        form.form_errors.append(str(error))
        return render_template("clearances/new.html", client=client, form=form), 422
    flash("The clearance is on file.")
    return redirect(url_for("precautions.index", client_id=client.id), 303)
