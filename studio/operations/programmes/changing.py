"""Opening a draft for one small change, and why it may be refused."""

from collections.abc import Iterator
from contextlib import contextmanager

from ... import clock
from ...models.database import write
from ...models.prescriptions import Prescription
from ...models.programmes import ProgrammeVersion
from ...models.users import User
from ..events import record

MOST_LINES = 6
"""Lines on a sheet, whatever the plan says (home_vs_studio: never more than 6 on a sheet)."""


class Refused(Exception):
    """A change that cannot be made; the message says why, to the coach."""

    def __init__(self, version: ProgrammeVersion, why: str):
        super().__init__(why)
        self.version = version


class Stale(Refused):
    """Somebody else changed or issued this draft after the page was shown."""


class NeedsReason(Refused):
    """A filter removes this exercise; taking it all the same needs a reason."""

    def __init__(self, version: ProgrammeVersion, exercise: str, against: tuple[str, ...]):
        super().__init__(version, "Say why you use it all the same")
        self.exercise = exercise
        self.against = against


@contextmanager
def change(draft: ProgrammeVersion, *, seen: int) -> Iterator[None]:
    """One small write to a draft that is still as the coach saw it: `seen` is the revision of their page.

    Raises Stale otherwise; the caller's view shows the draft as it is now.
    """
    # write() reads the row anew behind the write lock, so no other change can slip in between.
    with write():
        as_seen(draft, seen)
        draft.revision += 1
        draft.touched = True
        draft.changed_at = clock.utcnow()
        yield


@contextmanager
def change_line(row: Prescription, *, seen: int) -> Iterator[ProgrammeVersion]:
    """The same for one of its lines, which must still be on the draft; gives the draft."""
    draft = row.version
    with change(draft, seen=seen):
        if row.removed:
            raise Refused(draft, "That line is not on the draft any more")
        yield draft


def as_seen(draft: ProgrammeVersion, seen: int) -> None:
    """Raise Stale for an issued version, which never changes, and for a draft changed since the coach's page."""
    if not draft.is_draft:
        raise Stale(draft, f"Version {draft.number} has been issued. An issued version never changes")
    if draft.revision != seen:
        raise Stale(draft, "Somebody changed this draft in the meantime. This is how it stands now")


def tell(verb: str, summary: str, draft: ProgrammeVersion, *, by: User, row: Prescription | None = None) -> None:
    """Write the change into the client's trail, inside the caller's `change()`."""
    record(
        f"programme.{verb}",
        f"{summary}, home programme version {draft.number}",
        by=by,
        client=draft.programme.client,
        subject=f"prescription {row.id}" if row else f"programme version {draft.id}",
        **(_particulars(row) if row else {}),
    )


def _particulars(row: Prescription) -> dict[str, object]:
    """Which exercise, and that it was an override; the reason itself stays on the line."""
    return {"exercise": row.exercise, **({"override": True} if row.override else {})}
