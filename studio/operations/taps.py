"""Recording taps: each exactly once, in the server's order, never over somebody's newer answer unseen."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from ..clock import utcnow
from ..models.assessments import Recording
from ..models.database import write
from ..models.fields import UNSTATED, Stated, views_after
from ..models.tables import shipped
from ..models.tap_history import who
from ..models.users import User
from . import tap_log
from .tap_log import Standing

APPLIED, CONFLICT = "applied", "conflict"
USED_TWICE = "This tap came twice with different contents"


@dataclass(frozen=True, slots=True)
class TapIn:
    """One tap as it came from a tablet: `seen` is the revision its button showed, `at` the tablet's time."""

    key: str
    field: str
    value: str
    view: str
    seen: int
    at: datetime | None = None
    undo: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A tap that cannot be taken, and why in words for the coach."""

    key: str
    why: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A tap that came after somebody else's newer one: theirs is kept, both are shown."""

    key: str
    field: str
    value: str
    kept: str
    by: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a batch; `state` is every field it touched and every one that changed since the tablet looked."""

    acked: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    state: dict[str, Standing] = field(default_factory=dict)


def record_taps(
    recording_id: int, taps: Sequence[TapIn], *, by: User, device: str = "", view: str = "", since: int = 0
) -> Taken:
    """Take a batch in one transaction and answer what stands; raises Locked when the assessment takes no taps.

    A known key is acknowledged again without effect, unless its payload differs. A tap whose tablet (`device`) had not
    seen the newer answer of another person or tablet is kept as a conflict and changes nothing; a person's own later
    taps on the same tablet build on the earlier ones. `view` is where the tablet is now, `since` the newest revision it
    knows.
    """
    book = _Book(recording_id, by, device)
    with write():
        book.open(taps)
        for tap in taps:
            book.enter(tap)
        book.close()
        if view and view != book.view:
            tap_log.be_at(recording_id, view)
    asked = {tap.field for tap in taps}
    state = {name: one for name, one in book.state.items() if name in asked or one.revision > since}
    return replace(book.taken, state=state)


def look_from(recording: Recording, view: str) -> None:
    """Remember the view a coach went to, when it is one of the protocol and not the one remembered."""
    known = [one.view for one in shipped().protocols[recording.protocol].views]
    if view in known and view != recording.view:
        with write():
            tap_log.be_at(recording.id, view)


class _Book:
    """One batch on its way in: what stands, what is known, and what is new."""

    def __init__(self, recording_id: int, by: User, device: str):
        self.recording_id, self.now = recording_id, utcnow()
        self.user_id, self.name, self.device = by.id, by.name, device
        self.taken = Taken()
        self.state: dict[str, Standing] = {}
        self.view = ""
        self._known: dict[str, dict[str, Any]] = {}
        self._fresh: list[dict[str, Any]] = []
        self._applied: dict[str, str] = {}

    def open(self, taps: Sequence[TapIn]) -> None:
        self.state, self.view = tap_log.lock(self.recording_id)
        self._known = tap_log.known([tap.key for tap in taps])

    def enter(self, tap: TapIn) -> None:
        payload: dict[str, Any] = {"recording_id": self.recording_id, "user_id": self.user_id}
        payload |= {"field": tap.field, "value": tap.value, "view": tap.view}
        earlier = self._known.get(tap.key)
        if earlier and any(earlier[name] != value for name, value in payload.items()):
            self.taken.refused.append(Refusal(tap.key, USED_TWICE))
            return
        self.taken.acked.append(tap.key)
        before = self.state.get(tap.field)
        outcome = earlier["outcome"] if earlier else self._judge(tap, before)
        if outcome == CONFLICT and before:
            kept_by = who(before.by, before.user_id == self.user_id)
            self.taken.conflicts.append(Conflict(tap.key, tap.field, tap.value, before.stated.value, kept_by))
        if earlier:
            return
        if outcome == APPLIED:
            self._apply(tap, before)
        self._known[tap.key] = payload | {"outcome": outcome}
        times = {"key": tap.key, "seen": tap.seen, "undo": tap.undo, "tapped_at": tap.at, "at": self.now}
        self._fresh.append(self._known[tap.key] | times | {"device": self.device})

    def close(self) -> None:
        ids = tap_log.keep(self._fresh)
        for name, key in self._applied.items():
            self.state[name] = replace(self.state[name], revision=ids[key])
        tap_log.stand(self.recording_id, {name: self.state[name] for name in self._applied})

    def _judge(self, tap: TapIn, before: Standing | None) -> str:
        if before is None or before.revision <= tap.seen:
            return APPLIED
        if (before.user_id, before.device) == (self.user_id, self.device):
            return APPLIED
        return APPLIED if before.stated.value == tap.value else CONFLICT

    def _apply(self, tap: TapIn, before: Standing | None) -> None:
        stated = Stated(tap.value, views_after(before.stated if before else UNSTATED, tap.value, tap.view))
        self.state[tap.field] = Standing(stated, before.revision if before else 0, self.user_id, self.device, self.name)
        self._applied[tap.field] = tap.key
