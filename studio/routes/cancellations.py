"""Ending a package early, looked at before it is done; and taking the end back."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.endings import CancelForm
from ..models.clients import Client, load_client
from ..models.sales.enrolment_line import line_of
from ..models.sales.enrolment_lists import load_enrolment
from ..models.sales.enrolments import Enrolment
from ..models.users import Role
from ..operations.sales import ending
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.filters import today
from ..web.htmx import wants_fragment

bp = Blueprint(
    "cancellations", __name__, url_prefix="/clients/<int:client_id>/enrolments/<int:enrolment_id>/cancellation"
)


@bp.get("")
@signed_in
@open_blind
def new(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    """The form; as a part what goes back for the reason that is chosen."""
    client, one = _load(client_id, enrolment_id)
    form = _form(one)
    if wants_fragment():
        form.left.data = request.args.get("left")
        return render_template("cancellations/_preview.html", **_told(client, one, form))
    return render_template("cancellations/new.html", **_told(client, one, form))


@bp.post("")
@signed_in
@open_blind
def create(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client, one = _load(client_id, enrolment_id)
    form = _form(one)
    if not form.validate_on_submit() or form.reason is None or "look" in request.form:
        return render_template("cancellations/new.html", **_told(client, one, form)), 422
    own = form.own_amount()
    back = ending.reckon(one, form.reason).back if own is None else own
    try:
        ending.cancel(one, form.reason, form.note.data or "", back=back, by=user())
    except ending.NotNow as problem:
        form.form_errors.append(str(problem))
        return render_template("cancellations/new.html", **_told(client, one, form)), 409
    undo = url_for("cancellations.delete", client_id=client_id, enrolment_id=enrolment_id)
    flash({"text": f"{one.terms.name} is cancelled.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("enrolments.show", client_id=client_id, enrolment_id=enrolment_id), 303)


@bp.post("/undo")
@signed_in
@open_blind
def delete(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    """Takes back that it was cancelled or completed."""
    _, one = _load(client_id, enrolment_id)
    try:
        ending.reopen(one, by=user())
    except ending.NotNow as problem:
        flash(f"{problem}.", "stop")
    else:
        flash("The package goes on as before.")
    return redirect(url_for("enrolments.show", client_id=client_id, enrolment_id=enrolment_id), 303)


def _load(client_id: int, enrolment_id: int) -> tuple[Client, Enrolment]:
    return load_client(client_id) or abort(404), load_enrolment(client_id, enrolment_id) or abort(404)


def _form(one: Enrolment) -> CancelForm:
    until = ending.cooling_until(one)
    cooling = until is not None and today() <= until
    return CancelForm(one.currency, cooling=cooling, decides=user().role is Role.owner)


def _told(client: Client, one: Enrolment, form: CancelForm) -> dict[str, object]:
    said = ending.reckon(one, form.reason) if form.reason else None
    told = {"one": one, "line": line_of(one, today()), "form": form, "said": said}
    return {"client": client, "until": ending.cooling_until(one), **told}
