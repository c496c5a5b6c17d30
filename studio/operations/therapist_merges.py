"""Merging two records of one therapist, and taking that back."""

from typing import Any

from sqlalchemy import select, update

from ..clock import utcnow
from ..extensions import db
from ..models.database import write
from ..models.therapist_merges import MOVES, merged_values
from ..models.therapists import Therapist, TherapistMerge
from ..models.users import User
from . import therapists
from .events import record


class CannotMerge(ValueError):
    """The two are one already, or one of them is not there any more; the message says which."""


def merge(kept: Therapist, gone: Therapist, theirs: set[str], *, by: User) -> TherapistMerge:
    """Move everything of `gone` to `kept`; `theirs` are the columns in which `gone` is right.

    Raises CannotMerge. The address of `gone`'s own form serves `kept` from now on.
    """
    with write() as session:
        if kept.id == gone.id:
            raise CannotMerge("Choose another record: this one cannot be merged with itself")
        if kept.merged_into_id is not None or gone.merged_into_id is not None:
            raise CannotMerge("Somebody has merged one of the two meanwhile. Open the record that stayed")
        moved = {name: _move(model, gone.id, kept.id) for name, model, _ in MOVES}
        before = kept.values()
        therapists.rewrite(kept, merged_values(kept, gone, theirs), by=by)
        gone.merged_into_id = kept.id
        row = TherapistMerge(
            kept_id=kept.id,
            gone_id=gone.id,
            at=utcnow(),
            by_id=by.id,
            moved=moved,
            before=before,
            after=kept.values(),
        )
        session.add(row)
        session.flush()
        _record(row, "merged", "Two records of a therapist merged", by)
    return row


def undo(row: TherapistMerge, *, by: User) -> None:
    """Take a merge back: what moved goes back, what was changed since stays; it does nothing when it is undone."""
    with write():
        if row.undone_at is not None:
            return
        for name, model, _ in MOVES:
            mine = model.id.in_(row.moved[name]), model.therapist_id == row.kept_id
            db.session.execute(update(model).where(*mine).values(therapist_id=row.gone_id))
        now = row.kept.values()
        same = {column: value for column, value in row.before.items() if now[column] == row.after[column]}
        therapists.rewrite(row.kept, therapists.from_plain(same), by=by)
        row.gone.merged_into_id = None
        row.undone_at = utcnow()
        _record(row, "parted", "Merge of a therapist taken back", by)


def _move(model: Any, gone_id: int, kept_id: int) -> list[int]:
    ids = list(db.session.scalars(select(model.id).where(model.therapist_id == gone_id).order_by(model.id)))
    db.session.execute(update(model).where(model.id.in_(ids)).values(therapist_id=kept_id))
    return ids


def _record(row: TherapistMerge, verb: str, summary: str, by: User) -> None:
    record(f"therapist.{verb}", summary, by=by, subject=f"therapist {row.kept_id}", other=row.gone_id)
