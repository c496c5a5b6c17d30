"""The agreement of a sale: its paper, and signing it."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.agreements import AgreementForm
from ..models.clients import Client, load_client
from ..models.sales.agreements import agreement_of, said_in
from ..models.sales.enrolment_lists import load_enrolment
from ..models.sales.enrolments import Agreement, Enrolment
from ..operations.sales import agreements
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.paper import answers_with_paper, inline
from ..web.setup_first import studio

bp = Blueprint("agreements", __name__, url_prefix="/clients/<int:client_id>/enrolments/<int:enrolment_id>/agreement")
answers_with_paper(bp)


@bp.get("/paper.pdf")
@signed_in
@open_blind
def show(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client, _, agreement = _found(client_id, enrolment_id)
    return inline(agreements.paper_of(agreement, client, by=user()), client)


@bp.get("/sign")
@signed_in
@open_blind
def edit(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client, one, agreement = _found(client_id, enrolment_id)
    return _page(client, one, agreement, AgreementForm(data={"signer": client.name}))


@bp.post("/sign")
@signed_in
@open_blind
def update(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client, one, agreement = _found(client_id, enrolment_id)
    form = AgreementForm()
    if not form.validate_on_submit():
        return _page(client, one, agreement, form), 422
    try:
        agreements.sign(agreement, client, form.signing(), studio=studio(), by=user())
    except agreements.SignedAlready:
        flash("It was signed already.", "stop")
    else:
        flash("The agreement is signed.")
    return redirect(url_for("enrolments.show", client_id=client_id, enrolment_id=enrolment_id), 303)


def _found(client_id: int, enrolment_id: int) -> tuple[Client, Enrolment, Agreement]:
    client = load_client(client_id) or abort(404)
    one = load_enrolment(client_id, enrolment_id) or abort(404)
    return client, one, agreement_of(one.id) or abort(404)


def _page(client: Client, one: Enrolment, agreement: Agreement, form: AgreementForm) -> str:
    told = {"one": one, "agreement": agreement, "sheet": said_in(agreement), "form": form}
    return render_template("sale_agreements/edit.html", client=client, **told)
