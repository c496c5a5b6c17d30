"""Sessions given on top and taken off, more time, and what expired."""

from datetime import date, timedelta

from sqlalchemy import select

from ...extensions import db
from ...models.clients import Client
from ...models.database import write
from ...models.sales.credits import held
from ...models.sales.enrolments import ClockChange, Enrolment, State
from ...models.sales.going import Going, active, going
from ...models.sales.sessions import Credit, CreditKind
from ...models.studios import studio_today
from ...models.users import User
from ...terms.clock import DAY, Pause
from ..events import record
from . import credits, freezes


class Settled(Exception):
    """The package has ended, or the row is undone elsewhere; the message says where."""


def give(enrolment: Enrolment, count: int, why: str, *, key: str | None, by: User) -> Credit:
    """Give sessions on top (or take them off, a negative count) and say why. The same key again does nothing more.

    Raises credits.NoneLeft where not so many are left, and Settled.
    """
    with write():
        _still(held(enrolment.id))
        kind = CreditKind.granted if count > 0 else CreditKind.cancelled
        row = credits.post(enrolment, kind, count, why, on=studio_today(), by=by, key=key)
        words = f"{abs(count)} {'given on top' if count > 0 else 'taken off'}"
        _tell(f"credit.{'given' if count > 0 else 'taken'}", f"Sessions: {words}", enrolment, by)
    return row


def extend(enrolment: Enrolment, days: int, why: str, *, by: User, key: str | None = None) -> ClockChange:
    """Let the last day be so many days later; what has expired stays so. The same key again does nothing more.

    Raises Settled.
    """
    with write():
        _still(held(enrolment.id))
        if there := freezes.made_by(key):
            return there
        last = going([enrolment], studio_today())[0].clock.last_on
        pause = Pause("extension", last + DAY, last + timedelta(days=days))
        return freezes.add(enrolment, pause, why, by=by, asked_on=studio_today(), key=key)


def give_back(enrolment: Enrolment, until: date, why: str, *, by: User, key: str | None = None) -> ClockChange | None:
    """Give back what has expired, and time to use it: the last day is `until` at least. Raises Settled."""
    with write():
        _still(held(enrolment.id))
        if there := freezes.made_by(key):
            return there
        for row in standing(enrolment.id):
            if row.kind == CreditKind.expired:
                credits.reverse(row, why, on=studio_today(), by=by)
        days = (until - going([enrolment], studio_today())[0].clock.last_on).days
        _tell("credits.given-back", "Expired sessions given back", enrolment, by)
        return extend(enrolment, days, why, by=by, key=key) if days > 0 else None


def undo(row: Credit, why: str, *, by: User) -> None:
    """Take back what was given or taken off by hand. Raises Settled, credits.AlreadyReversed and credits.NoneLeft."""
    with write():
        _still(held(row.enrolment_id))
        if not by_hand(row, standing(row.enrolment_id)):
            raise Settled("This row is taken back where it was made: on the sale, the session or the freeze")
        credits.reverse(row, why, on=studio_today(), by=by)
        enrolment = db.session.get_one(Enrolment, row.enrolment_id)
        _tell("credit.undone", f"{row.kind.value.capitalize()}: taken back", enrolment, by)


def by_hand(row: Credit, rows: list[Credit]) -> bool:
    """Was it given or taken off by hand? The first grant is the sale itself."""
    alone = row.session_id is None and row.clock_change_id is None and row.reverses_id is None
    sale = next((one.id for one in rows if one.kind == CreditKind.granted), None)
    return alone and row.kind in (CreditKind.granted, CreditKind.cancelled) and row.id != sale


def expire(on: date) -> int:
    """Let what is left of packages whose last day is over expire; answers of how many. Done twice it is done once."""
    late = [one.enrolment.id for one in going(active(), on) if _runs_out(one)]
    return sum(_expire(id_, on) for id_ in late)


def _expire(enrolment_id: int, on: date) -> bool:
    with write():
        enrolment = held(enrolment_id)
        stands = going([enrolment], on)[0]
        if enrolment.state != State.active or not _runs_out(stands):
            return False
        left, last = stands.balance.left, stands.clock.last_on
        why = f"Not used by {last.day} {last:%B %Y}"
        credits.post(enrolment, CreditKind.expired, -left, why, on=on, by=None)
        _tell("credits.expired", f"{left} {'session' if left == 1 else 'sessions'} expired", enrolment, None)
    return True


def _runs_out(one: Going) -> bool:
    return one.clock.over and one.balance.left > 0


def standing(enrolment_id: int) -> list[Credit]:
    """The rows that no other has taken back, and that take none back themselves; the oldest first."""
    taken = select(Credit.reverses_id).where(Credit.enrolment_id == enrolment_id, Credit.reverses_id.is_not(None))
    mine = select(Credit).where(Credit.enrolment_id == enrolment_id, Credit.reverses_id.is_(None))
    return list(db.session.scalars(mine.where(Credit.id.not_in(taken)).order_by(Credit.id)))


def _still(enrolment: Enrolment) -> None:
    if enrolment.state not in (State.active, State.completed):
        raise Settled(f"The package is {enrolment.state.value}, its sessions are settled")


def _tell(kind: str, words: str, enrolment: Enrolment, by: User | None) -> None:
    client = db.session.get_one(Client, enrolment.client_id)
    record(kind, words, by=by, client=client, subject=f"enrolment {enrolment.id}")
