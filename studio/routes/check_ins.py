"""Checking in: the day's people, one tap each."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..forms.keys import new_key
from ..forms.sessions import CheckInForm
from ..models.clients import load_client
from ..models.sales.check_ins import Page, found, here_on, page_of
from ..models.sales.credits import balance_of
from ..models.sales.enrolment_lists import load_enrolment
from ..models.studios import studio_today
from ..operations.sales import credits, sessions
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.check_ins import answer, coach_for, tell
from ..web.converters import number_from
from ..web.htmx import aims_at, wants_fragment

bp = Blueprint("check_ins", __name__)


@bp.get("/check-ins")
@signed_in
def index() -> ResponseReturnValue:
    """Everybody whose package runs; with `name` whoever fits, with a package or without."""
    on, name, after = studio_today(), request.args.get("name", "").strip()[:80], number_from("after")
    page = Page(found(name, on), None) if name else page_of(on, after)
    template = "check_ins/_results.html" if aims_at("check-in-results") else "check_ins/index.html"
    return render_template(template, page=page, name=name, later=after is not None, here=here_on(on), new_key=new_key)


@bp.get("/check-ins/count")
@signed_in
def count() -> ResponseReturnValue:
    """How many were here, as a part of Today; by itself it leads to the list."""
    if not wants_fragment():
        return redirect(url_for("check_ins.index"))
    return render_template("check_ins/_count.html", here=here_on(studio_today()))


@bp.post("/clients/<int:client_id>/check-ins")
@signed_in
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = CheckInForm()
    if not form.validate_on_submit():
        abort(400)
    enrolment = None
    if form.enrolment_id is not None:
        enrolment = load_enrolment(client.id, form.enrolment_id) or abort(404)
    coach = coach_for(client, enrolment)
    if coach is None:
        flash(f"{client.name} has no coach yet. Choose whose session it was.", "stop")
        return redirect(url_for("sessions.new", client_id=client.id), 303)
    try:
        row = sessions.check_in(client, enrolment, sessions.Held(utcnow(), key=form.key.data), coach=coach, by=user())
    except (sessions.Refused, credits.NoneLeft) as error:
        flash(f"{client.name}: {error}.", "stop")
        if wants_fragment():
            return answer(client, 409)
        return redirect(url_for("sessions.new", client_id=client.id), 303)
    tell(row, client, balance_of(enrolment.id).left if enrolment else None)
    return answer(client)
