"""Giving the tablet to a client."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from ..forms.hand_overs import HandOverForm
from ..models.clients import Client, load_client
from ..models.consents import standing_of
from ..models.readiness import held
from ..models.studios import studio_today
from ..operations import hand_overs
from ..web.access import signed_in, user
from ..web.blind import open_blind

bp = Blueprint("hand_overs", __name__, url_prefix="/clients/<int:client_id>/hand-overs")


@bp.get("/new")
@signed_in
@open_blind
def new(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    due = ["consent"] if standing_of(client.id).state != "given" else []
    answers = held(client.id, studio_today())
    if answers is None or answers.expired:
        due.append("readiness")
    return _page(client, _form(HandOverForm(data={"steps": due})))


@bp.post("")
@signed_in
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = _form(HandOverForm())
    if not form.validate_on_submit():
        return _page(client, form), 422
    hand_overs.give(client, form.steps.data or [], current_user.sign_in, by=user())
    return redirect(url_for("hand_over.show"), 303)


def _form(form: HandOverForm) -> HandOverForm:
    if not user().can_assess:
        form.without("readiness")  # its answers are not for the front desk
    return form


def _page(client: Client, form: HandOverForm) -> str:
    return render_template("hand_overs/new.html", client=client, form=form)
