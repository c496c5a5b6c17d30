"""Clients: the book, a record, taking in and changing."""

from collections.abc import Sequence

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..documents.check import print_warnings
from ..forms.clients import ClientForm, ContactForm
from ..models.client_doubles import likely_doubles
from ..models.client_history import Difference, differences
from ..models.client_lists import Page, active_clients, archived_clients
from ..models.client_page import client_page
from ..models.client_search import find
from ..models.client_story import ahead, past
from ..models.client_words import in_words
from ..models.clients import Client, load_client
from ..models.merges import merged_into
from ..models.sales.enrolment_line import EnrolmentLine, lines_for
from ..models.standing import limits_on_file
from ..models.tables import in_use
from ..models.users import user_names
from ..operations import clients
from ..operations.events import record_view
from ..web.access import signed_in, user, visit
from ..web.before_training import before_training
from ..web.blind import open_blind, rating_of
from ..web.converters import number_from
from ..web.filters import today
from ..web.setup_first import studio

bp = Blueprint("clients", __name__, url_prefix="/clients")

FOUND = 50


@bp.get("")
@signed_in
def index() -> ResponseReturnValue:
    text = request.args.get("q", "").strip()
    if text:
        return _found(text)
    after = number_from("after")
    archived = request.args.get("show") == "archived"
    page = archived_clients(after) if archived else active_clients(after)
    told = {"archived": archived, "later": after is not None}
    return render_template("clients/index.html", page=page, lines=_lines(page), **told)


@bp.get("/new")
@signed_in
def new() -> ResponseReturnValue:
    form = _kind()()
    form.name.data = request.args.get("name", "")[:120]
    return render_template("clients/new.html", form=form)


@bp.post("")
@signed_in
def create() -> ResponseReturnValue:
    form = _kind()()
    if not form.validate_on_submit():
        return render_template("clients/new.html", form=form), 422
    doubles = [double for double in likely_doubles(form.values()) if double.client.id not in form.confirmed_ids]
    if doubles:
        form.confirm(double.client.id for double in doubles)
        return render_template("clients/new.html", form=form, doubles=doubles), 409
    client = clients.create(form.values(), by=user())
    flash(f"{client.name} is in the book.")
    return redirect(url_for("clients.show", client_id=client.id), 303)


@bp.get("/<int:client_id>")
@signed_in
@open_blind
def show(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    health = user().can_assess
    if health:
        record_view(client, by=user(), visit=visit())
    page, on = client_page(client), today()
    blind = rating_of(client.id)
    told = health and not blind
    return render_template(
        "clients/show.html",
        client=client,
        page=page,
        summary=page.summary() if told else None,
        blind=blind,
        into=merged_into(client.id) if client.archived_at else None,
        warnings=print_warnings((client.name,)),
        before=before_training(client, on) if told else [],
        past=past(client, page, health=told),
        ahead=ahead(page, on, studio().time_zone, health=told),
        exercises=in_use().exercises,
        words=in_words(client, studio().country),
        health=health,
        limited=not health and limits_on_file(client.id, on),
    )


@bp.get("/<int:client_id>/edit")
@signed_in
@open_blind
def edit(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    return _edit_page(client, _kind().of(client))


@bp.post("/<int:client_id>")
@signed_in
@open_blind
def update(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = _kind().of(client)
    if not form.validate_on_submit():
        return _edit_page(client, form), 422
    try:
        changed = clients.change(client, form.values(), seen=form.seen, by=user())
    except clients.Stale as stale:
        both = form.merge(client, stale.before)
        theirs = differences(stale.before, client.values(), country=studio().country, coaches=user_names())
        return _edit_page(client, form, theirs=theirs, both=both, saved_by=stale.by), 409
    flash("The record is saved." if changed else "Nothing was different, so nothing was saved.")
    return redirect(url_for("clients.show", client_id=client.id), 303)


def _found(text: str) -> ResponseReturnValue:
    """What fits; with `open=first`, as the search box at the top sends it, Enter goes straight to the first."""
    found = find(text, FOUND)
    if found and request.args.get("open") == "first":
        return redirect(url_for("clients.show", client_id=found[0].id))
    page = Page(found, None)
    return render_template("clients/index.html", page=page, lines=_lines(page), text=text)


def _lines(page: Page) -> dict[int, EnrolmentLine]:
    """Where the package of each stands."""
    return lines_for([client.id for client in page.clients], today())


def _kind() -> type[ContactForm]:
    """The front desk keeps contact data; what bears on training is not theirs to read or change."""
    return ClientForm if user().can_assess else ContactForm


def _edit_page(
    client: Client, form: ContactForm, theirs: Sequence[Difference] = (), both: Sequence[str] = (), saved_by: str = ""
) -> str:
    mine = [one for one in theirs if one.column in form.values()]
    return render_template("clients/edit.html", client=client, form=form, theirs=mine, both=both, saved_by=saved_by)
