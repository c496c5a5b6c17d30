"""Passing what is left of a package on to another client, looked at before it is done; and taking that back."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.keys import KEY, new_key
from ..models.client_search import find
from ..models.clients import Client, load_client
from ..models.sales.enrolment_line import line_of
from ..models.sales.enrolment_lists import load_enrolment
from ..models.sales.enrolments import Enrolment
from ..models.sales.passed import assessed_since
from ..numbers import whole
from ..operations.sales import passing_on
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.filters import today

bp = Blueprint("passings_on", __name__, url_prefix="/clients/<int:client_id>/enrolments/<int:enrolment_id>/passing-on")

FOUND = 8


@bp.get("")
@signed_in
@open_blind
def new(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    return _page(*_load(client_id, enrolment_id))


@bp.post("")
@signed_in
@open_blind
def create(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    client, one = _load(client_id, enrolment_id)
    other = load_client(whole(request.form.get("to", "")) or 0) or abort(422, "Choose the client who gets it.")
    key = request.form.get("key", "")
    try:
        given = passing_on.pass_on(one, other, key=key if KEY.fullmatch(key) else None, by=user())
    except passing_on.NotPassedOn as problem:
        return _page(client, one, problem=f"{problem}."), 409
    undo = url_for("passings_on.delete", client_id=other.id, enrolment_id=given.id)
    flash({"text": f"What was left is {other.name}’s now.", "undo_url": undo})  # type: ignore[arg-type]
    return redirect(url_for("enrolments.show", client_id=other.id, enrolment_id=given.id), 303)


@bp.post("/undo")
@signed_in
@open_blind
def delete(client_id: int, enrolment_id: int) -> ResponseReturnValue:
    """Takes back what this client got: it goes on with who had it before."""
    _, given = _load(client_id, enrolment_id)
    try:
        old = passing_on.take_back(given, by=user())
    except passing_on.NotPassedOn as problem:
        flash(f"{problem}.", "stop")
        return redirect(url_for("enrolments.show", client_id=client_id, enrolment_id=enrolment_id), 303)
    flash("The package is back where it was.")
    return redirect(url_for("enrolments.show", client_id=old.client_id, enrolment_id=old.id), 303)


def _load(client_id: int, enrolment_id: int) -> tuple[Client, Enrolment]:
    return load_client(client_id) or abort(404), load_enrolment(client_id, enrolment_id) or abort(404)


def _against(one: Enrolment) -> str:
    """Why nobody could get it, or nothing."""
    try:
        passing_on.refuse(one)
    except passing_on.NotPassedOn as problem:
        return f"{problem}."
    return ""


def _page(client: Client, one: Enrolment, *, problem: str = "") -> str:
    """The page; where the package itself cannot go it says so and asks for nobody."""
    text = request.args.get("name", "").strip()[:120]
    others = [other for other in find(text, FOUND) if other.id != client.id] if text else []
    return render_template(
        "passings_on/new.html",
        client=client,
        one=one,
        line=line_of(one, today()),
        text=text,
        others=others,
        able=assessed_since([other.id for other in others], one.sold_at),
        key=new_key(),
        against=_against(one),
        problem=problem,
    )
