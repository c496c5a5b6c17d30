"""Giving back what has expired, with time to use it: the owner's alone."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.freezes import MoreTimeForm
from ..models.clients import Client, load_client
from ..models.sales.credits import balance_of
from ..models.sales.enrolment_lists import load_enrolment
from ..models.sales.enrolments import Enrolment
from ..models.sales.going import going
from ..models.studios import studio_today
from ..operations.sales import giving
from ..web.access import owner_only, user
from ..web.blind import open_blind
from ..web.filters import day

bp = Blueprint(
    "expiry_returns", __name__, url_prefix="/clients/<int:client_id>/enrolments/<int:enrolment_id>/expiry-return"
)


@bp.get("/new")
@owner_only
@open_blind
def new(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client, enrolment = _load(client_id, enrolment_id)
    return _page(client, enrolment, _form(enrolment))


@bp.post("")
@owner_only
@open_blind
def create(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client, enrolment = _load(client_id, enrolment_id)
    form = _form(enrolment)
    if not form.validate_on_submit():
        return _page(client, enrolment, form), 422
    try:
        giving.give_back(enrolment, form.until, form.why.data or "", by=user(), key=form.key.data)
    except giving.Settled as error:
        form.form_errors.append(str(error))
        return _page(client, enrolment, form), 409
    flash(f"{balance_of(enrolment.id).left} sessions left, good until {day(form.until)}.")
    return redirect(url_for("credits.index", client_id=client_id, enrolment_id=enrolment_id), 303)


def _load(client_id: int, enrolment_id: int) -> tuple[Client, Enrolment]:
    return load_client(client_id) or abort(404), load_enrolment(client_id, enrolment_id) or abort(404)


def _form(enrolment: Enrolment) -> MoreTimeForm:
    """Counted from today, for what has expired is over."""
    today = studio_today()
    return MoreTimeForm(last_on=max(today, going([enrolment], today)[0].clock.last_on))


def _page(client: Client, enrolment: Enrolment, form: MoreTimeForm) -> str:
    return render_template(
        "freezes/more_time.html",
        client=client,
        enrolment=enrolment,
        form=form,
        expired=balance_of(enrolment.id).expired,
    )
