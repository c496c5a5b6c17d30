"""Everybody whose package runs today, with the line that says where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from ...extensions import db
from ...sheets.enrolment_line import EnrolmentLine
from ..clients import FACE, Client, Face
from ..sales.enrolment_line import lines_of
from ..sales.enrolments import Enrolment, State
from ..users import User

HEAD = ("Client", "Package", "Coach", "Week", "Weeks")


@dataclass(frozen=True)
class Running:
    """`coach` is empty where nobody was named; `renewed`: what comes after is sold; `declined`: nothing will."""

    client: Face
    coach: str
    line: EnrolmentLine
    renewed: bool
    declined: bool = False

    @property
    def cells(self) -> list[object]:
        """Under `HEAD`."""
        line = self.line
        return [self.client.name, line.name, self.coach, line.clock.week, line.clock.weeks]


def running(on: date) -> list[Running]:
    """Every active enrolment, the oldest first, in a handful of statements however many there are."""
    later = aliased(Enrolment)
    renewed = exists().where(later.renews_id == Enrolment.id, later.state != State.undone)
    rows = db.session.execute(
        select(Enrolment, User.name, renewed, *FACE)
        .join(Client, Client.id == Enrolment.client_id)
        .outerjoin(User, User.id == Enrolment.coach_id)
        .where(Enrolment.state == State.active, Client.erased_at.is_(None))
        .order_by(Enrolment.starts_on, Enrolment.id)
    ).all()
    lines = lines_of([row[0] for row in rows], on)
    return [
        Running(Face(*row[3:]), row[1] or "", lines[row[0].id], row[2], row[0].declined_on is not None) for row in rows
    ]


def ids_of(found: Sequence[Running]) -> list[int]:
    """Their clients."""
    return [one.client.id for one in found]
