"""The ledger of credits of a package: read, printed, saved; a session given on top, and what was given taken back."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.freezes import GiftForm
from ..forms.sessions import UndoForm
from ..models.clients import Client, load_client
from ..models.sales.credits import balance_of
from ..models.sales.enrolment_line import line_of
from ..models.sales.enrolment_lists import load_enrolment
from ..models.sales.enrolments import Enrolment
from ..models.sales.going import going
from ..models.sales.ledger_view import as_rows, ledger_rows, load_credit
from ..models.sales.sessions import CreditKind
from ..models.studios import studio_today
from ..models.users import Role
from ..operations.sales import credits, giving
from ..web.access import coaches, signed_in, user
from ..web.blind import open_blind
from ..web.spreadsheet import as_csv

bp = Blueprint("credits", __name__, url_prefix="/clients/<int:client_id>/enrolments/<int:enrolment_id>/credits")


@bp.get("")
@signed_in
@open_blind
def index(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client, enrolment = _load(client_id, enrolment_id)
    on = studio_today()
    return render_template(
        "credits/index.html",
        client=client,
        enrolment=enrolment,
        line=line_of(enrolment, on),
        stands=going([enrolment], on)[0],
        rows=ledger_rows(enrolment),
    )


@bp.get("/ledger.csv")
@signed_in
@open_blind
def export(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    _, enrolment = _load(client_id, enrolment_id)
    return as_csv(as_rows(ledger_rows(enrolment)), f"{studio_today():%Y-%m-%d}_sessions_{enrolment.id}.csv")


@bp.get("/new")
@coaches
@open_blind
def new(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    return _page(*_load(client_id, enrolment_id), GiftForm())


@bp.post("")
@coaches
@open_blind
def create(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client, enrolment = _load(client_id, enrolment_id)
    form = GiftForm()
    if not form.validate_on_submit():
        return _page(client, enrolment, form), 422
    try:
        row = giving.give(enrolment, form.count.data or 0, form.why.data or "", key=form.key.data, by=user())
    except giving.Settled as error:
        form.form_errors.append(str(error))
        return _page(client, enrolment, form), 409
    undo = url_for(".delete", client_id=client_id, enrolment_id=enrolment_id, credit_id=row.id)
    left = balance_of(enrolment.id).left
    flash({"text": f"{row.amount} on top, {left} left.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for(".index", client_id=client_id, enrolment_id=enrolment_id), 303)


@bp.post("/<int:credit_id>/undo")
@coaches
@open_blind
def delete(client_id: int, enrolment_id: int, credit_id: int) -> ResponseReturnValue:
    """What an owner took off only an owner gives again."""
    _load(client_id, enrolment_id)
    row = load_credit(enrolment_id, credit_id) or abort(404)
    if row.kind is CreditKind.cancelled and user().role is not Role.owner:
        abort(403)
    try:
        giving.undo(row, UndoForm().words, by=user())
    except (giving.Settled, credits.AlreadyReversed, credits.NoneLeft) as error:
        flash(f"{error}.", "stop")
    else:
        flash("Taken back.")
    return redirect(url_for(".index", client_id=client_id, enrolment_id=enrolment_id), 303)


def _load(client_id: int, enrolment_id: int) -> tuple[Client, Enrolment]:
    return load_client(client_id) or abort(404), load_enrolment(client_id, enrolment_id) or abort(404)


def _page(client: Client, enrolment: Enrolment, form: GiftForm) -> str:
    return render_template("credits/new.html", client=client, enrolment=enrolment, form=form, takes=False)
