"""Freezes of a package: looked at before they are made, taken back after."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.freezes import FreezeForm
from ..forms.sessions import UndoForm
from ..models.clients import Client, load_client
from ..models.sales.clock_changes import load_change
from ..models.sales.clock_preview import preview
from ..models.sales.enrolment_line import line_of
from ..models.sales.enrolment_lists import load_enrolment
from ..models.sales.enrolments import Enrolment
from ..models.studios import studio_today
from ..models.users import Role
from ..operations.sales import freezes
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.filters import day
from ..web.htmx import wants_fragment

bp = Blueprint("freezes", __name__, url_prefix="/clients/<int:client_id>/enrolments/<int:enrolment_id>/freezes")


@bp.get("/new")
@signed_in
@open_blind
def new(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    """The form; as a part what the days in it would change."""
    client, enrolment = _load(client_id, enrolment_id)
    if wants_fragment():
        form = FreezeForm(request.args, data=_usual())
        form.validate()
        return render_template("freezes/_preview.html", form=form, **_looked(enrolment, form))
    return _page(client, enrolment, FreezeForm(data=_usual()))


@bp.post("")
@signed_in
@open_blind
def create(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client, enrolment = _load(client_id, enrolment_id)
    form = FreezeForm(data=_usual())
    if not form.validate_on_submit() or form.asked is None:
        return _page(client, enrolment, form), 422
    if "look" in request.form:  # without a script the change is shown by a tap of its own
        return _page(client, enrolment, form)
    try:
        change = freezes.freeze(enrolment, form.asked, by=user())
    except freezes.NotInTheTerms as error:
        form.form_errors.extend(one.words for one in error.against)
        return _page(client, enrolment, form), 409
    undo = url_for(".delete", client_id=client_id, enrolment_id=enrolment_id, change_id=change.id)
    last = line_of(enrolment, studio_today()).clock.last_on
    words = f"Frozen from {day(change.start)}. "
    words += f"Good until {day(last)}." if change.until else "Tap “Back today” when they are back."
    flash({"text": words, "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("credits.index", client_id=client_id, enrolment_id=enrolment_id), 303)


@bp.post("/<int:change_id>/undo")
@signed_in
@open_blind
def delete(client_id: int, enrolment_id: int, change_id: int) -> ResponseReturnValue:
    """Takes back an extension too; that is for those who may give one."""
    _load(client_id, enrolment_id)
    change = load_change(enrolment_id, change_id) or abort(404)
    if change.pause.kind == "extension" and not user().can_assess:
        abort(403)
    freezes.undo(change, UndoForm().words, by=user())
    flash("Taken back. The clock runs as before.")
    return redirect(url_for("credits.index", client_id=client_id, enrolment_id=enrolment_id), 303)


def _load(client_id: int, enrolment_id: int) -> tuple[Client, Enrolment]:
    return load_client(client_id) or abort(404), load_enrolment(client_id, enrolment_id) or abort(404)


def _usual() -> dict[str, object]:
    return {"asked_on": studio_today()}


def _looked(enrolment: Enrolment, form: FreezeForm) -> dict[str, object]:
    """What the days would change, and what speaks against them; nothing where they cannot be read yet."""
    asked = form.asked
    if asked is None or form.start.errors or form.until.errors or (asked.kind == "freeze" and asked.until is None):
        return {"shown": None, "against": []}
    against = freezes.against(enrolment, asked)
    senseless = asked.until is not None and asked.until < asked.start
    return {"shown": None if senseless else preview(enrolment, asked.pause, studio_today()), "against": against}


def _page(client: Client, enrolment: Enrolment, form: FreezeForm) -> str:
    return render_template(
        "freezes/new.html",
        client=client,
        enrolment=enrolment,
        form=form,
        line=line_of(enrolment, studio_today()),
        beyond=user().role is Role.owner,
        **_looked(enrolment, form),
    )
