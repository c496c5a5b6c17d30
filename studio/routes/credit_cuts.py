"""Sessions taken off a package by hand: the owner's alone."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.freezes import GiftForm
from ..models.clients import Client, load_client
from ..models.sales.credits import balance_of
from ..models.sales.enrolment_lists import load_enrolment
from ..models.sales.enrolments import Enrolment
from ..operations.sales import credits, giving
from ..web.access import owner_only, user
from ..web.blind import open_blind

bp = Blueprint("credit_cuts", __name__, url_prefix="/clients/<int:client_id>/enrolments/<int:enrolment_id>/credit-cuts")


@bp.get("/new")
@owner_only
@open_blind
def new(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    return _page(*_load(client_id, enrolment_id), GiftForm())


@bp.post("")
@owner_only
@open_blind
def create(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client, enrolment = _load(client_id, enrolment_id)
    form = GiftForm()
    if not form.validate_on_submit():
        return _page(client, enrolment, form), 422
    try:
        row = giving.give(enrolment, -(form.count.data or 0), form.why.data or "", key=form.key.data, by=user())
    except (giving.Settled, credits.NoneLeft) as error:
        form.form_errors.append(str(error))
        return _page(client, enrolment, form), 409
    undo = url_for("credits.delete", client_id=client_id, enrolment_id=enrolment_id, credit_id=row.id)
    left = balance_of(enrolment.id).left
    flash({"text": f"{-row.amount} taken off, {left} left.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("credits.index", client_id=client_id, enrolment_id=enrolment_id), 303)


def _load(client_id: int, enrolment_id: int) -> tuple[Client, Enrolment]:
    return load_client(client_id) or abort(404), load_enrolment(client_id, enrolment_id) or abort(404)


def _page(client: Client, enrolment: Enrolment, form: GiftForm) -> str:
    return render_template("credits/new.html", client=client, enrolment=enrolment, form=form, takes=True)
