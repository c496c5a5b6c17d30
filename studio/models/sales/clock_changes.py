"""Freezes and extensions of packages."""

from collections.abc import Iterable

from sqlalchemy import select

from ...extensions import db
from .enrolments import ClockChange


def changes_of(enrolment_ids: Iterable[int]) -> dict[int, list[ClockChange]]:
    """Freezes and extensions that were not undone, the earliest first, in one statement."""
    found: dict[int, list[ClockChange]] = {id_: [] for id_ in enrolment_ids}
    rows = select(ClockChange).where(ClockChange.enrolment_id.in_(list(found)), ClockChange.undone_at.is_(None))
    for change in db.session.scalars(rows.order_by(ClockChange.start, ClockChange.id)):
        found[change.enrolment_id].append(change)
    return found


def load_change(enrolment_id: int, change_id: int) -> ClockChange | None:
    """A freeze or an extension of this package, undone or not."""
    mine = select(ClockChange).where(ClockChange.id == change_id, ClockChange.enrolment_id == enrolment_id)
    return db.session.scalar(mine)
