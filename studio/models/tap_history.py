"""What the taps of an assessment tell beside the answers: what Undo takes back, and where two people disagree."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, bindparam, select

from ..extensions import db
from .assessments import Recording, Tap
from .fields import NOT_TESTED, OPEN, UNSTATED, Stated, is_finding, views_after
from .stations import address, station_of
from .users import User

Tapped = Row[str, str, str, str, str, int, datetime | None, bool, str, str]
LONGEST_UNDO = 20


@dataclass(frozen=True, slots=True)
class Statement:
    """A value for a field of a station as stated from a view: what a tap says."""

    station: str
    field: str
    value: str
    view: str

    def __str__(self) -> str:
        return f"{address(self.station, self.field)}={self.value}@{self.view}"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A tap that came too late to count, beside what was kept."""

    station: str
    field: str
    value: str
    by: str
    kept: str
    kept_by: str


def taps_of(assessment_id: int) -> Sequence[Tapped]:
    """Every tap of all its recordings, in the server's order."""
    return db.session.execute(_TAPS, {"assessment": assessment_id}).all()


# Composing a statement takes longer than running it.
_SAID = (Tap.field, Tap.value, Tap.view, Tap.user_id, Tap.tapped_at, Tap.undo, Tap.outcome)
_TAPS = (
    select(Recording.protocol, Recording.variant, *_SAID, User.name)
    .join(Recording, Recording.id == Tap.recording_id)
    .join(User, User.id == Tap.user_id)
    .where(Recording.assessment_id == bindparam("assessment"))
    .order_by(Tap.id)
)


def undo_stack(taps: Sequence[Tapped], user_id: int) -> list[list[Statement]]:
    """What takes back each change of this user, the last one last. The taps of one change share their time."""
    state: dict[tuple[str, str], Stated] = {}
    stack: list[list[Statement]] = []
    group: object = None
    for tap in taps:
        if tap.outcome != "applied":
            continue
        what = station_of(tap.protocol, tap.variant), tap.field
        before = state.get(what, UNSTATED)
        now = Stated(tap.value, views_after(before, tap.value, tap.view))
        state[what] = now
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
        stack[-1][:0] = back(*what, before, now, tap.view)
    return stack[-LONGEST_UNDO:]


def back(station: str, field: str, was: Stated, now: Stated, view: str) -> list[Statement]:
    """What brings a field from `now` to where it `was`, its views too; `static/js/board-undo.js` does the same."""
    joined = {OPEN, NOT_TESTED}.isdisjoint((was.value, now.value)) and is_finding(was.value) == is_finding(now.value)
    opened = [Statement(station, field, OPEN, view)] if joined and was.views != now.views else []
    return [*opened, *(Statement(station, field, was.value, one) for one in was.views or (view,))]


def disagreements(taps: Sequence[Tapped]) -> list[Disagreement]:
    """Late taps about which nobody has said anything since."""
    standing: dict[tuple[str, str], Tapped] = {}
    late: dict[tuple[str, str], Tapped] = {}
    for tap in taps:
        what = station_of(tap.protocol, tap.variant), tap.field
        if tap.outcome == "applied":
            standing[what] = tap
            late.pop(what, None)
        else:
            late[what] = tap
    return [
        Disagreement(*what, tap.value, tap.name, kept.value, who(kept.name, kept.user_id == tap.user_id))
        for what, tap in late.items()
        for kept in [standing[what]]
    ]


def who(name: str, same: bool) -> str:
    """The person of the answer that is kept; the same person can only have given it elsewhere."""
    return f"{name} on another tablet" if same else name


def taps_by(taps: Sequence[Tapped], user_id: int) -> int:
    """How many taps of this user have arrived."""
    return sum(1 for tap in taps if tap.user_id == user_id)
