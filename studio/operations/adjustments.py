"""Changing the tables the engine reasons with, and taking a change back."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..ces import adjusting
from ..ces.exercises import Exercise
from ..clock import utcnow
from ..models.adjustments import Adjustment, effective, everything, stamp_of
from ..models.database import write
from ..models.studios import the_studio
from ..models.tables import Tables, remember, tables
from ..models.users import User
from .events import record

NOUNS: Mapping[adjusting.Kind, str] = {
    "exercise": "Own exercise",
    "dose": "Default dose",
    "hidden": "Exercise put out of use",
    "link_note": "Note on a muscle link",
    "link_off": "Muscle link switched off",
}


class Refused(Exception):
    """The tables would not hold together; the message says why, to the owner."""


class Stale(Exception):
    """Somebody else changed the tables meanwhile."""


def adjust(change: adjusting.Adjustment, *, reason: str, by: User) -> Adjustment:
    """Make one change; raises Refused when the tables would not hold together with it, or Stale."""
    row = Adjustment(
        kind=change.kind, target=change.target, payload=dict(change.payload), reason=reason, at=utcnow(), user_id=by.id
    )
    before = everything()
    put = _prepared(before, [*before, row])
    with write() as session:
        put()
        session.add(row)
        session.flush()
        record("tables.adjusted", NOUNS[change.kind], by=by, subject=f"adjustment {row.id}", target=change.target)
    return row


def take_back(row: Adjustment, *, by: User) -> None:
    """Undo a change, once; what it replaced counts again. Raises Refused or Stale as `adjust` does."""
    if row.undone_at:
        return
    now, before = utcnow(), everything()
    undone = Adjustment(kind=row.kind, target=row.target, payload=row.payload, undone_at=now)
    put = _prepared(before, [undone if one is row else one for one in before])
    with write():
        put()
        row.undone_at, row.undone_by_id = now, by.id
        said, subject = f"{NOUNS[row.value.kind]}: taken back", f"adjustment {row.id}"
        record("tables.taken-back", said, by=by, subject=subject, target=row.target)


def tried(exercise_id: str, row: Mapping[str, Any]) -> Exercise:
    """An own exercise as the tables would hold it; nothing is written. Raises Refused as `adjust` does."""
    change = adjusting.Adjustment("exercise", exercise_id, row)
    others = [one for one in effective(everything()) if one.target != exercise_id]
    made, left_out = adjusting.fitting([*others, change], "tried")
    if why := next((why for one, why in left_out if one is change), None):
        raise Refused(why)
    return made.exercises[exercise_id]


def _prepared(before: Sequence[Adjustment], after: Sequence[Adjustment]) -> Callable[[], None]:
    """Read the tables as they would be, which takes a moment, before the write begins: nobody's tap waits for it.

    What did not fit before is no reason to refuse. Gives what puts them to use inside the write.
    """
    known, stamp = tables().left_out, stamp_of(after)
    made = Tables(*adjusting.fitting(effective(after), stamp))
    if new := [why for one, why in made.left_out if (one, why) not in known]:
        raise Refused(new[0])
    was = stamp_of(before)

    def put() -> None:
        studio = the_studio()
        if studio is None or stamp_of(everything()) != was:
            raise Stale
        studio.tables = stamp
        remember(stamp, made)

    return put
