"""Changing a package for another, with both totals side by side before it is done."""

from typing import cast

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.endings import ChangeForm
from ..models.clients import Client, load_client
from ..models.sales.enrolment_line import line_of
from ..models.sales.enrolment_lists import load_enrolment
from ..models.sales.enrolments import Enrolment
from ..models.sales.sale_page import on_sale
from ..operations.sales import changing, ending, selling
from ..web.access import signed_in, user
from ..web.blind import not_to_see, open_blind
from ..web.filters import today
from ..web.htmx import wants_fragment

bp = Blueprint("package_changes", __name__, url_prefix="/clients/<int:client_id>/enrolments/<int:enrolment_id>/change")


@bp.get("")
@signed_in
@open_blind
def new(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    """The form; as a part the sum for what is chosen."""
    client, one = _load(client_id, enrolment_id)
    form = _form(client, one)
    if wants_fragment():
        form.offer.data = request.args.get("offer")
        form.pays.data = request.args.get("pays", "full")
        return render_template("package_changes/_preview.html", **_told(client, one, form))
    return render_template("package_changes/new.html", **_told(client, one, form))


@bp.post("")
@signed_in
@open_blind
def create(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client, one = _load(client_id, enrolment_id)
    form = _form(client, one)
    if not form.offers or not form.validate_on_submit() or "look" in request.form:
        return render_template("package_changes/new.html", **_told(client, one, form)), 422
    if form.seen.data != _seen(one, form):
        form.form_errors.append("The sum is another now. Look at it, then change the package")
        return render_template("package_changes/new.html", **_told(client, one, form)), 409
    try:
        new = changing.change_to(one, _sale(form), by=user())
    except (selling.NotSold, ending.NotNow) as problem:
        form.form_errors.append(str(problem))
        return render_template("package_changes/new.html", **_told(client, one, form)), 422
    flash(f"{one.terms.name} is changed to {new.terms.name}. The agreement is to be signed anew.")
    return redirect(url_for("enrolments.show", client_id=client_id, enrolment_id=new.id), 303)


def _load(client_id: int, enrolment_id: int) -> tuple[Client, Enrolment]:
    return load_client(client_id) or abort(404), load_enrolment(client_id, enrolment_id) or abort(404)


def _form(client: Client, one: Enrolment) -> ChangeForm:
    listed = on_sale(client.id, today(), by_plan=client.id not in not_to_see())
    fits = [row for row in listed if row.terms.currency == one.currency]
    kinds = ("package", "semi_private", "maintenance", "screens")
    return ChangeForm([row for row in fits if row.terms.kind in kinds and row.version.id != one.offer_version_id])


def _sale(form: ChangeForm) -> selling.Sale:
    parts = len(form.chosen.terms.instalment_days) > 1
    pays = cast(selling.Pays, form.pays.data if parts and form.pays.data == "instalments" else "full")
    return selling.Sale(form.chosen.version, today(), pays, key=form.key.data)


def _seen(one: Enrolment, form: ChangeForm) -> str:
    said = changing.reckon(one, _sale(form))
    return f"{form.chosen.version.id}:{said.back}:{said.difference}"


def _told(client: Client, one: Enrolment, form: ChangeForm) -> dict[str, object]:
    told: dict[str, object] = {"client": client, "one": one, "form": form, "line": line_of(one, today())}
    if form.offers:
        told["said"] = changing.reckon(one, _sale(form))
        form.seen.data = _seen(one, form)
    return told
