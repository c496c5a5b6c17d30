"""A client's consent: what holds, signing it, and the copy on paper."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..forms.consents import ConsentForm
from ..models.clients import Client, load_client
from ..models.consents import consents_of, grants_of, is_minor, load_consent, standing_of
from ..models.shares import shares_of
from ..models.studios import studio_today
from ..models.texts import current, in_parts
from ..operations import consents
from ..sheets import ConsentSheet
from ..sheets.stored import unpack
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.handed import handed, in_hand_over
from ..web.paper import answers_with_paper, inline
from ..web.setup_first import studio

bp = Blueprint("consents", __name__, url_prefix="/clients/<int:client_id>/consents")
answers_with_paper(bp)


@bp.get("")
@signed_in
@open_blind
def index(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    signed = consents_of(client_id)
    return render_template(
        "consents/index.html",
        client=client,
        signed=signed,
        strokes=unpack(ConsentSheet, signed[0].sheet).strokes if signed else (),
        grants=grants_of(signed[0].id) if signed else [],
        standing=standing_of(client_id),
        newest=current("consent").number,
        shares=shares_of(client_id),
    )


@bp.get("/new")
@signed_in
@in_hand_over("consent")
@open_blind
def new(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    given = handed()
    return _page(client, _form(client, data=given.drafts.get("consent") if given else None))


@bp.post("")
@signed_in
@in_hand_over("consent")
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = _form(client)
    if not form.validate_on_submit():
        return _page(client, form), 422
    try:
        consents.give(client, form.signing(), studio=studio(), by=user())
    except consents.TextChanged:
        form.reread(current("consent").number)
        return _page(client, form), 409
    flash("The consent is signed.")
    return redirect(url_for("consents.index", client_id=client.id), 303)


@bp.get("/<int:consent_id>.pdf")
@signed_in
@open_blind
def show(client_id: int, consent_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    consent = load_consent(client_id, consent_id) or abort(404)
    return inline(consents.paper_of(consent, client, by=user()), client)


def _form(client: Client, data: dict[str, Any] | None = None) -> ConsentForm:
    return ConsentForm(minor=is_minor(client, studio_today()), data=data)


def _page(client: Client, form: ConsentForm) -> str:
    wording = current("consent")
    form.text_version.data = form.text_version.data or wording.number
    return render_template(
        "consents/handed.html" if handed() else "consents/new.html",
        client=client,
        form=form,
        title=wording.title,
        parts=in_parts(wording.body, studio()),
    )
