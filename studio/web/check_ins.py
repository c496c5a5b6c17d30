"""What the pages at the desk share: whose session a tap is, the tap's toast, the parts that follow it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ..forms.keys import new_key
from ..models.clients import Client
from ..models.sales.check_ins import here_on, rows_of
from ..models.sales.enrolments import Enrolment
from ..models.sales.sessions import Session
from ..models.studios import studio_today
from ..models.users import Role, User
from .access import user
from .htmx import wants_fragment
from .redirects import own_path


def coach_for(client: Client, enrolment: Enrolment | None) -> User | None:
    """Whose session a tap is: a coach's own, else that of the package's or the client's coach."""
    if user().role is Role.coach:
        return user()
    theirs = (enrolment.coach if enrolment else None) or client.coach
    if theirs and theirs.active:
        return theirs
    return user() if user().can_assess else None


def tell(row: Session, client: Client, left: int | None) -> None:
    """The toast of a session that was noted, with its way back."""
    undo = url_for("sessions.delete", client_id=client.id, session_id=row.id, next=way_back(client))
    rest = "without a package, so it is still to be paid" if left is None else _left(left)
    flash({"text": f"{client.name}: {row.outcome.label.lower()}, {rest}.", "undo_url": undo})  # type: ignore[arg-type]


def way_back(client: Client) -> str:
    """Where the tap came from: the list of the day, or the client's page."""
    return own_path(request.values.get("next")) or url_for("clients.show", client_id=client.id)


def answer(client: Client, status: int = 200) -> ResponseReturnValue:
    """The row of the day's list anew, or back to where the tap came from."""
    if not wants_fragment():
        return redirect(way_back(client), 303)
    row = rows_of([client], studio_today())[0]
    here = here_on(studio_today())
    return render_template("check_ins/_answer.html", row=row, here=here, new_key=new_key), status


def _left(left: int) -> str:
    return {0: "none left", 1: "1 session left"}.get(left, f"{left} sessions left")
