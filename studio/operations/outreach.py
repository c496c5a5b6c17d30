"""The log of outreach: noted in one short form, changed, taken out and put back."""

from typing import Any

from ..clock import utcnow
from ..models.database import write
from ..models.outreach import Outreach
from ..models.therapists import Therapist
from ..models.users import User
from . import therapists
from .events import record

NEXT = ("next_step", "next_on")


def note(therapist: Therapist, values: dict[str, Any], *, by: User) -> Outreach:
    """Note a contact, and what comes next with it: `values` are its columns, next_step and next_on."""
    with write() as session:
        said = {name: value for name, value in values.items() if name not in NEXT}
        row = Outreach(therapist_id=therapist.id, by_id=by.id, recorded_at=utcnow(), **said)
        session.add(row)
        session.flush()
        therapists.rewrite(therapist, {name: values[name] for name in NEXT}, by=by)
        _record(row, "noted", "Outreach noted", by)
    return row


def change(row: Outreach, values: dict[str, Any], *, by: User) -> None:
    """Say it rightly; the next step is the therapist's, as it is noted now."""
    with write():
        for name, value in values.items():
            if name not in NEXT:
                setattr(row, name, value)
        therapists.rewrite(row.therapist, {name: values[name] for name in NEXT}, by=by)
        _record(row, "changed", "Outreach changed", by)


def remove(row: Outreach, *, by: User) -> None:
    """Take it out of the log; it does nothing when it is out."""
    with write():
        if row.removed_at is None:
            row.removed_at = utcnow()
            _record(row, "removed", "Outreach taken out", by)


def put_back(row: Outreach, *, by: User) -> None:
    """Put it back into the log."""
    with write():
        if row.removed_at is not None:
            row.removed_at = None
            _record(row, "put-back", "Outreach put back", by)


def _record(row: Outreach, verb: str, summary: str, by: User) -> None:
    record(f"outreach.{verb}", summary, by=by, subject=f"therapist {row.therapist_id}", outreach=row.id)
