"""Whom a client lets us tell how it goes."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.shares import ShareForm
from ..models.clients import load_client
from ..models.studios import studio_today
from ..operations import shares
from ..operations.attachments import BadFile
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.uploads import takes_files

bp = Blueprint("shares", __name__, url_prefix="/clients/<int:client_id>/shares")


@bp.get("/new")
@signed_in
@open_blind
def new(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = ShareForm(data={"on": studio_today(), "therapist": request.args.get("therapist", "")})
    return render_template("shares/new.html", client=client, form=form)


@bp.post("")
@signed_in
@takes_files
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = ShareForm()
    if not form.validate_on_submit():
        return render_template("shares/new.html", client=client, form=form), 422
    try:
        share = shares.put_down(client, form.therapist.data, form.new, form.said, file=form.file.checked, by=user())
    except BadFile as error:
        form.form_errors.append(str(error))
        return render_template("shares/new.html", client=client, form=form), 422
    flash(f"{share.therapist.name} may be told.")
    return redirect(url_for("consents.index", client_id=client.id), 303)
