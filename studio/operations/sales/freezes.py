"""Freezes: the clock of a package stands still for some days, and goes on when somebody is back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from ...clock import utcnow
from ...extensions import db
from ...models.clients import Client
from ...models.database import write
from ...models.sales.clock_changes import changes_of
from ...models.sales.credits import held
from ...models.sales.enrolments import ClockChange, Enrolment, State
from ...models.sales.sessions import Credit, CreditKind, Session
from ...models.studios import studio_today
from ...models.users import Role, User
from ...sheets.dates import long_day
from ...terms.clock import DAY, Pause, PauseKind, clock
from ...terms.freezing import Objection, objections
from ..events import record
from . import credits
from .instalment_days import move_payments


class NotInTheTerms(Exception):
    """What speaks against it, one sentence each; an owner may go beyond those of the terms with a reason."""

    def __init__(self, against: Sequence[Objection]):
        super().__init__("; ".join(one.words for one in against))
        self.against = tuple(against)


class AlreadyBack(Exception):
    """The freeze has ended or was taken back."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A freeze as it is asked for. `until` is its last day, None for a medical one without an end.

    `beyond` is the owner's reason to go beyond the terms. A medical one keeps no reason but that the note was seen.
    `key` is the form: sent again it is the freeze that is there.
    """

    kind: PauseKind
    start: date
    until: date | None
    asked_on: date
    why: str = ""
    note_seen: bool = False
    beyond: str = ""
    key: str | None = None

    @property
    def pause(self) -> Pause:
        return Pause(self.kind, self.start, self.until)


def against(enrolment: Enrolment, asked: Asked) -> list[Objection]:
    """What speaks against a freeze, as things stand."""
    terms, on = enrolment.terms, studio_today()
    others = [one.pause for one in changes_of([enrolment.id])[enrolment.id]]
    used = select(Session.on).where(Session.enrolment_id == enrolment.id, Session.undone_at.is_(None))
    found = objections(
        terms.freeze,
        asked.pause,
        others,
        asked_on=asked.asked_on,
        starts_on=enrolment.starts_on,
        last_on=clock(terms, enrolment.starts_on, others, on).last_on,
        used_on=[*db.session.scalars(used)],
    )
    if asked.kind == "medical" and not asked.note_seen:
        found.append(Objection("Look at the medical note, then say that you saw it", False))
    if enrolment.state != State.active:
        found.append(Objection(f"The package is {enrolment.state.value}; its clock stands", False))
    return found


def freeze(enrolment: Enrolment, asked: Asked, *, by: User) -> ClockChange:
    """Stop the clock. Raises NotInTheTerms."""
    with write():
        held(enrolment.id)
        if there := made_by(asked.key):
            return there
        stops = against(enrolment, asked)
        allowed = bool(asked.beyond) and by.role == Role.owner
        if [one for one in stops if not (allowed and one.of_the_terms)]:
            raise NotInTheTerms(stops)
        why = "Medical, note seen" if asked.kind == "medical" else asked.why
        if stops:
            why = f"{why} (beyond the terms: {asked.beyond})"[:300]
        change = add(enrolment, asked.pause, why, by=by, asked_on=asked.asked_on, seen=asked.note_seen, key=asked.key)
        move_payments(change, enrolment, studio_today())
    return change


def made_by(key: str | None) -> ClockChange | None:
    """The change that a form has made already."""
    made = select(ClockChange).join(Credit, Credit.clock_change_id == ClockChange.id).where(Credit.key == key)
    return db.session.scalar(made) if key else None


def back(change: ClockChange, *, by: User) -> int:
    """They are back today: the freeze ended yesterday. Answers how many days it lasted. Raises AlreadyBack."""
    with write() as session:
        enrolment = held(change.enrolment_id)
        session.refresh(change)
        today = studio_today()
        if change.undone_at or not change.pause.runs(today):
            raise AlreadyBack("This freeze does not run any more")
        change.until = today - DAY
        days = change.pause.days(today)
        move_payments(change, enrolment, today)
        _note(enrolment, change, f"Back after {days} {'day' if days == 1 else 'days'}", by)
        _tell("freeze.ended", f"Back after {days} days frozen", enrolment, change, by)
    return days


def on_again(change: ClockChange, until: date | None, *, by: User) -> None:
    """They were not back: the freeze runs on until that day. It does nothing where it was taken back."""
    with write() as session:
        enrolment = held(change.enrolment_id)
        session.refresh(change)
        if change.undone_at or (change.until or date.max) >= (until or date.max):
            return
        if stops := _against_again(enrolment, change, until, by):
            raise NotInTheTerms(stops)
        change.until = until
        move_payments(change, enrolment, studio_today())
        _note(enrolment, change, "Not back yet, still frozen", by)
        _tell("freeze.resumed", "Still frozen", enrolment, change, by)


def _against_again(enrolment: Enrolment, change: ClockChange, until: date | None, by: User) -> list[Objection]:
    """What speaks against a freeze that runs on; beyond the terms only an owner lets it."""
    others = [one.pause for one in changes_of([enrolment.id])[enrolment.id] if one.id != change.id]
    used = select(Session.on).where(Session.enrolment_id == enrolment.id, Session.undone_at.is_(None))
    found = objections(
        enrolment.terms.freeze,
        Pause(change.pause.kind, change.start, until),
        others,
        asked_on=change.asked_on,
        starts_on=change.start,
        last_on=change.start,
        used_on=[*db.session.scalars(used)],
    )
    return [one for one in found if by.role != Role.owner or not one.of_the_terms]


def undo(change: ClockChange, why: str, *, by: User) -> None:
    """Take a freeze or an extension back as if it had not been; a second time it does nothing."""
    with write() as session:
        enrolment = held(change.enrolment_id)
        session.refresh(change)
        if change.undone_at:
            return
        change.undone_at, change.undone_by_id = utcnow(), by.id
        move_payments(change, enrolment, studio_today())
        taken = select(Credit.reverses_id).where(Credit.clock_change_id == change.id, Credit.reverses_id.is_not(None))
        rows = select(Credit).where(Credit.clock_change_id == change.id, Credit.reverses_id.is_(None))
        for row in session.scalars(rows.where(Credit.id.not_in(taken)).order_by(Credit.id)).all():
            credits.reverse(row, why, on=studio_today(), by=by)
        _tell(f"{_thing(change)}.undone", f"{_thing(change).capitalize()} taken back", enrolment, change, by)


def add(
    enrolment: Enrolment,
    pause: Pause,
    why: str,
    *,
    by: User,
    asked_on: date,
    seen: bool = False,
    key: str | None = None,
) -> ClockChange:
    """Put a change of the clock on record with its row in the ledger, inside the caller's `write()`."""
    change = ClockChange(
        enrolment_id=enrolment.id,
        kind=pause.kind,
        start=pause.start,
        until=pause.until,
        asked_on=asked_on,
        why=why,
        note_seen=seen,
        at=utcnow(),
        by_id=by.id,
        moved={},
    )
    db.session.add(change)
    db.session.flush()
    _note(enrolment, change, why, by, key)
    _tell(
        f"{_thing(change)}.made", f"{_thing(change).capitalize()} from {long_day(pause.start)}", enrolment, change, by
    )
    return change


def _note(enrolment: Enrolment, change: ClockChange, why: str, by: User, key: str | None = None) -> None:
    credits.post(enrolment, CreditKind.frozen, 0, why, on=studio_today(), by=by, clock_change_id=change.id, key=key)


def _thing(change: ClockChange) -> str:
    return "extension" if change.pause.kind == "extension" else "freeze"


def _tell(kind: str, words: str, enrolment: Enrolment, change: ClockChange, by: User) -> None:
    client = db.session.get_one(Client, enrolment.client_id)
    record(kind, words, by=by, client=client, subject=f"clock change {change.id}", enrolment=enrolment.id)
