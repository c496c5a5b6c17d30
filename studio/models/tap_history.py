"""What the taps of a recording tell beside the answers: what Undo takes back, and where two people disagree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, bindparam, select

from ..extensions import db
from .assessments import Tap
from .fields import NOT_TESTED, OPEN, UNSTATED, Stated, is_finding, views_after
from .users import User

Tapped = Row[str, str, str, int, datetime | None, bool, str, str]
LONGEST_UNDO = 20


@dataclass(frozen=True, slots=True)
class Statement:
    """A value for a field as stated from a view: what a tap says."""

    field: str
    value: str
    view: str

    def __str__(self) -> str:
        return f"{self.field}={self.value}@{self.view}"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A tap that came too late to count, beside what was kept."""

    field: str
    value: str
    by: str
    kept: str
    kept_by: str


def taps_of(recording_id: int) -> Sequence[Tapped]:
    """Every tap in the server's order."""
    return db.session.execute(_TAPS, {"recording": recording_id}).all()


# Composing a statement takes longer than running it.
_TAPS = (
    select(Tap.field, Tap.value, Tap.view, Tap.user_id, Tap.tapped_at, Tap.undo, Tap.outcome, User.name)
    .join(User, User.id == Tap.user_id)
    .where(Tap.recording_id == bindparam("recording"))
    .order_by(Tap.id)
)


def undo_stack(taps: Sequence[Tapped], user_id: int) -> list[list[Statement]]:
    """What takes back each change of this user, the last one last. The taps of one change share their time."""
    state: dict[str, Stated] = {}
    stack: list[list[Statement]] = []
    group: object = None
    for tap in taps:
        if tap.outcome != "applied":
            continue
        before = state.get(tap.field, UNSTATED)
        now = Stated(tap.value, views_after(before, tap.value, tap.view))
        state[tap.field] = now
        if tap.user_id != user_id:
            continue
        together = tap.tapped_at is not None and tap.tapped_at == group
        group = tap.tapped_at
        if tap.undo:
            if not together and stack:
                stack.pop()
            continue
        if not together or not stack:
            stack.append([])
        stack[-1][:0] = back(tap.field, before, now, tap.view)
    return stack[-LONGEST_UNDO:]


def back(field: str, was: Stated, now: Stated, view: str) -> list[Statement]:
    """What brings a field from `now` to where it `was`, its views too; `static/js/board-undo.js` does the same."""
    joined = {OPEN, NOT_TESTED}.isdisjoint((was.value, now.value)) and is_finding(was.value) == is_finding(now.value)
    opened = [Statement(field, OPEN, view)] if joined and was.views != now.views else []
    return [*opened, *(Statement(field, was.value, one) for one in was.views or (view,))]


def disagreements(taps: Sequence[Tapped]) -> list[Disagreement]:
    """Late taps about which nobody has said anything since."""
    standing: dict[str, Tapped] = {}
    late: dict[str, Tapped] = {}
    for tap in taps:
        if tap.outcome == "applied":
            standing[tap.field] = tap
            late.pop(tap.field, None)
        else:
            late[tap.field] = tap
    return [
        Disagreement(field, tap.value, tap.name, kept.value, who(kept.name, kept.user_id == tap.user_id))
        for field, tap in late.items()
        for kept in [standing[field]]
    ]


def who(name: str, same: bool) -> str:
    """The person of the answer that is kept; the same person can only have given it elsewhere."""
    return f"{name} on another tablet" if same else name


def taps_by(taps: Sequence[Tapped], user_id: int) -> int:
    """How many taps of this user have arrived."""
    return sum(1 for tap in taps if tap.user_id == user_id)
