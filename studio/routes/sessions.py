"""A client's sessions: noted with all that belongs to them, corrected, taken back."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..clock import local, utcnow
from ..forms.sessions import SessionForm, UndoForm
from ..models.clients import Client, load_client
from ..models.sales.check_ins import Row, rows_of, to_use
from ..models.sales.credits import balance_of
from ..models.sales.enrolment_line import lines_of
from ..models.sales.enrolment_lists import enrolments_of, load_enrolment, running
from ..models.sales.enrolments import Enrolment
from ..models.sales.going import going
from ..models.sales.session_lists import load_session, sessions_of
from ..models.sales.sessions import Session
from ..models.studios import studio_today
from ..models.users import load_user
from ..operations.sales import credits, sessions
from ..terms.checking import Hindrance
from ..terms.credits import Outcome
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.check_ins import answer, coach_for, tell
from ..web.converters import number_from
from ..web.setup_first import studio

bp = Blueprint("sessions", __name__, url_prefix="/clients/<int:client_id>/sessions")


@bp.get("")
@signed_in
@open_blind
def index(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    before = number_from("before")
    return render_template("sessions/index.html", client=client, page=sessions_of(client.id, before), later=before)


@bp.get("/new")
@signed_in
@open_blind
def new(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    return _page(client, _form(client, outcome=request.args.get("outcome", Outcome.attended.value)))


@bp.post("")
@signed_in
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    form = _form(client)
    if not form.validate_on_submit():
        return _page(client, form), 422
    enrolment, coach = _chosen(client, form), load_user(int(form.coach.data)) or abort(404)
    try:
        row = sessions.check_in(client, enrolment, form.held(studio().time_zone), coach=coach, by=user())
    except (sessions.Refused, credits.NoneLeft) as error:
        return _refused(client, form, error), 409
    tell(row, client, balance_of(enrolment.id).left if enrolment else None)
    return redirect(url_for("sessions.index", client_id=client.id), 303)


@bp.get("/<int:session_id>/edit")
@signed_in
@open_blind
def edit(client_id: int, session_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    row = load_session(client_id, session_id) or abort(404)
    return _page(client, _form(client, row=row), row)


@bp.post("/<int:session_id>")
@signed_in
@open_blind
def update(client_id: int, session_id: int) -> ResponseReturnValue:
    """What was noted stays on record as taken back; what it should have been is noted anew."""
    client = load_client(client_id) or abort(404)
    row = load_session(client_id, session_id) or abort(404)
    form = _form(client, row=row)
    if not form.validate_on_submit():
        return _page(client, form, row), 422
    enrolment, coach = _chosen(client, form), load_user(int(form.coach.data)) or abort(404)
    try:
        right = sessions.correct(row, enrolment, form.held(studio().time_zone), coach=coach, by=user())
    except (sessions.Refused, credits.NoneLeft) as error:
        return _refused(client, form, error, row), 409
    tell(right, client, balance_of(enrolment.id).left if enrolment else None)
    return redirect(url_for("sessions.index", client_id=client.id), 303)


@bp.post("/<int:session_id>/undo")
@signed_in
@open_blind
def delete(client_id: int, session_id: int) -> ResponseReturnValue:
    client = load_client(client_id) or abort(404)
    row = load_session(client_id, session_id) or abort(404)
    try:
        sessions.undo(row, UndoForm().words, by=user())
    except (sessions.Refused, credits.NoneLeft) as error:
        flash(f"{error}.", "stop")
        return answer(client, 409)
    flash(f"{client.name}: {row.outcome.label.lower()} is taken back.")
    return answer(client)


def _form(client: Client, row: Session | None = None, outcome: str = "") -> SessionForm:
    """Filled with the session, or with what a tap would note now."""
    packages = running(enrolments_of(client.id))
    lines = list(lines_of(packages, studio_today()).values())
    zone = studio().time_zone
    began = local(row.starts_at if row else utcnow(), zone)
    chosen = next((one.id for one in packages if row and one.id == row.enrolment_id), None)
    if not row and (line := to_use(lines)):
        chosen = line.enrolment_id
    package = next((one for one in packages if one.id == chosen), None)
    coach = row.coach if row else coach_for(client, package)
    filled = {
        "outcome": row.outcome.value if row else outcome,
        "package": str(chosen or ""),
        "on": began.date(),
        "time": f"{began:%H:%M}",
        "coach": str(coach.id) if coach else "",
        "note": row.note if row else "",
    }
    return SessionForm(lines=lines, data=filled)


def _chosen(client: Client, form: SessionForm) -> Enrolment | None:
    return (load_enrolment(client.id, form.enrolment_id) or abort(404)) if form.enrolment_id else None


def _refused(client: Client, form: SessionForm, error: Exception, row: Session | None = None) -> str:
    stop = error.hindrance if isinstance(error, sessions.Refused) else Hindrance("none left", str(error))
    return _page(client, form, row, stop)


def _page(client: Client, form: SessionForm, row: Session | None = None, stop: Hindrance | None = None) -> str:
    """The form, with what stands in the way of it, and the freeze that could be ended."""
    desk: Row | None = None if row else rows_of([client], studio_today())[0]
    stop = stop or (desk.hindrance if desk else None)
    frozen = None
    if stop and stop.kind == "frozen":
        packages = going(running(enrolments_of(client.id)), studio_today())
        frozen = next((one for one in packages if one.running), None)
    return render_template(
        "sessions/edit.html" if row else "sessions/new.html",
        client=client, form=form, row=row, stop=stop, frozen=frozen, today_s=desk.session if desk else None,
    )  # fmt: skip
