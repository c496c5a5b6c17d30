"""Sessions: noted with a tap, taken back with another. The credit moves in the same short write."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from ...clock import utcnow
from ...extensions import db
from ...models.clients import Client
from ...models.database import write
from ...models.sales.credits import held
from ...models.sales.enrolments import Enrolment, State
from ...models.sales.going import going
from ...models.sales.sessions import Credit, CreditKind, Session
from ...models.studios import studio_day, studio_today
from ...models.users import User
from ...terms.checking import Hindrance
from ...terms.credits import Effect, Outcome, effect
from ..events import record
from . import credits

UNCOVERED = "No package covers it"
SETTLED = (State.cancelled, State.changed, State.undone)


class Refused(Exception):
    """The session cannot be noted so; `hindrance` says why and whether a reason lets it through."""

    def __init__(self, hindrance: Hindrance):
        super().__init__(hindrance.words)
        self.hindrance = hindrance


@dataclass(frozen=True, slots=True)
class Held:
    """A session as it is to be noted. `notice_h` is how many hours before its start it was called off, None if never.

    `despite` is the reason to go on although something passable stands in the way; `key` is the tap.
    """

    starts_at: datetime
    outcome: Outcome = Outcome.attended
    notice_h: float | None = None
    note: str = ""
    despite: str = ""
    key: str | None = None


def check_in(client: Client, enrolment: Enrolment | None, said: Held, *, coach: User, by: User) -> Session:
    """Note a session and what it uses, on the package or on none. The same key again gives the one that is there.

    Raises Refused, and credits.NoneLeft where somebody else took the last one.
    """
    with write() as session:
        _hold(client, enrolment)
        if said.key and (there := session.scalar(select(Session).where(Session.key == said.key))):
            return there
        _not_ahead(said)
        uses = _effect(enrolment, said)
        stop = _hindrance(client, enrolment, said, uses)
        if stop and not (_passes(stop, by) and said.despite):
            raise Refused(stop)
        why = f"{uses.why}. {stop.kind.capitalize()}, but: {said.despite}"[:300] if stop else uses.why
        row = Session(
            client_id=client.id,
            enrolment_id=enrolment.id if enrolment else None,
            coach_id=coach.id,
            starts_at=said.starts_at,
            on=studio_day(said.starts_at),
            minutes=enrolment.terms.minutes if enrolment else 60,
            outcome=said.outcome,
            courtesy=uses.courtesy,
            note=said.note,
            at=utcnow(),
            by_id=by.id,
            key=said.key,
        )
        session.add(row)
        session.flush()
        if enrolment:
            kind = CreditKind.granted if uses.uses < 0 else CreditKind.used
            credits.post(enrolment, kind, -uses.uses, why, on=row.on, by=by, session_id=row.id)
        _tell("session.noted", f"{said.outcome.label}{'' if enrolment else ', no package'}", row, client, by)
    return row


def undo(row: Session, why: str, *, by: User) -> None:
    """Take a session back, and what it used with it; a second time it does nothing.

    Raises Refused where the package was settled since, and credits.NoneLeft where it gave one that is used by now.
    """
    with write() as session:
        enrolment = held(row.enrolment_id) if row.enrolment_id else None
        session.refresh(row, with_for_update={"of": Session})
        if row.undone_at is not None:
            return
        if enrolment and enrolment.state in SETTLED:
            raise Refused(Hindrance("ended", f"The package is {enrolment.state.value}, its sessions are settled"))
        for credit in _standing(row):
            credits.reverse(credit, why, on=studio_today(), by=by)
        row.undone_at, row.undone_by_id = utcnow(), by.id
        client = session.get_one(Client, row.client_id)
        _tell("session.undone", f"{row.outcome.label}, taken back", row, client, by)


def correct(row: Session, enrolment: Enrolment | None, said: Held, *, coach: User, by: User) -> Session:
    """Take a session back and note it as it was, in one write, so that nobody takes its credit in between."""
    with write() as session:
        if said.key and (there := session.scalar(select(Session).where(Session.key == said.key))):
            return there
        undo(row, f"Corrected to {said.outcome.label.lower()}", by=by)
        return check_in(session.get_one(Client, row.client_id), enrolment, said, coach=coach, by=by)


def _hold(client: Client, enrolment: Enrolment | None) -> None:
    """Let nobody else note a session of this client meanwhile."""
    db.session.scalar(select(Client.id).where(Client.id == client.id).with_for_update(of=Client))
    if enrolment:
        held(enrolment.id)


def _not_ahead(said: Held) -> None:
    if studio_day(said.starts_at) > studio_today():
        raise Refused(Hindrance("not started", "A session is noted on its day. Choose today, or a day before it"))


def _effect(enrolment: Enrolment | None, said: Held) -> Effect:
    if enrolment is None:
        return Effect(0, False, UNCOVERED)
    taken = select(func.count()).where(
        Session.enrolment_id == enrolment.id, Session.courtesy, Session.undone_at.is_(None)
    )
    rule = enrolment.terms.attendance
    return effect(said.outcome, rule, notice_h=said.notice_h, courtesies_taken=db.session.scalar(taken) or 0)


def _hindrance(client: Client, enrolment: Enrolment | None, said: Held, uses: Effect) -> Hindrance | None:
    """What stands in the way; what uses nothing is never refused for the package's sake."""
    if enrolment and enrolment.state != State.active:
        return Hindrance("ended", f"The package is {enrolment.state.value}. Sell another, or note it without one")
    if enrolment and uses.uses > 0:
        stands = going([enrolment], studio_day(said.starts_at), paid_on=studio_today())[0]
        if stands.hindrance:
            return stands.hindrance
    return _twice(client, said) if said.outcome == Outcome.attended else None


def _passes(stop: Hindrance, by: User) -> bool:
    """A late payment a coach may overlook, for they answer for the hour; a second session anybody may confirm."""
    return stop.passable and (stop.kind != "late" or by.can_assess)


def _twice(client: Client, said: Held) -> Hindrance | None:
    """Two people at two tablets may both have seen the client come in."""
    same = select(Session).where(
        Session.client_id == client.id,
        Session.on == studio_day(said.starts_at),
        Session.outcome == Outcome.attended,
        Session.undone_at.is_(None),
    )
    there = db.session.scalar(same.limit(1))
    if there is None:
        return None
    return Hindrance("twice", f"{client.name} is checked in already that day. Is this a second session?", True)


def _standing(row: Session) -> list[Credit]:
    """The rows of a session that nobody took back yet."""
    mine = select(Credit).where(Credit.session_id == row.id, Credit.reverses_id.is_(None))
    taken = select(Credit.reverses_id).where(Credit.session_id == row.id, Credit.reverses_id.is_not(None))
    return list(db.session.scalars(mine.where(Credit.id.not_in(taken)).order_by(Credit.id)))


def _tell(kind: str, words: str, row: Session, client: Client, by: User) -> None:
    record(kind, words, by=by, client=client, subject=f"session {row.id}", enrolment=row.enrolment_id)
