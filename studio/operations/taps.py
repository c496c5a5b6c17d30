"""Recording taps: each exactly once, in the server's order, never over somebody's newer answer unseen."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from ..clock import utcnow
from ..models.database import write
from ..models.fields import UNSTATED, Stated, views_after
from ..models.stations import address, views_of
from ..models.tap_history import who
from ..models.users import User
from . import tap_log
from .tap_log import Book, Standing

APPLIED, CONFLICT = "applied", "conflict"
USED_TWICE = "This tap came twice with different contents"


@dataclass(frozen=True, slots=True)
class TapIn:
    """One tap as it came from a tablet: `seen` is the revision its button showed, `at` the tablet's time."""

    key: str
    station: str
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
    station: str
    field: str
    value: str
    kept: str
    by: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A tap of another tablet that came too late, about which nobody has said anything since.

    What is kept instead the tablet knows, for it was told before.
    """

    station: str
    field: str
    value: str
    by: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a batch; `state` has, by address, every field it touched and every one that changed since."""

    acked: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    state: dict[str, Standing] = field(default_factory=dict)


def record_taps(
    assessment_id: int,
    taps: Sequence[TapIn],
    *,
    by: User,
    device: str = "",
    station: str = "",
    view: str = "",
    since: int = 0,
) -> Taken:
    """Take a batch in one transaction and answer what stands; raises Locked when the assessment takes no taps.

    A known key is acknowledged again without effect, unless its payload differs. A tap whose tablet (`device`) had not
    seen the newer answer of another person or tablet is kept as a conflict and changes nothing; a person's own later
    taps on the same tablet build on the earlier ones. The first tap at a station that the assessment did not have adds
    it. `station` and `view` are where the tablet is now, `since` the newest revision it knows.
    """
    batch = _Batch(assessment_id, by, device)
    with write():
        batch.open(taps, since)
        for tap in taps:
            batch.enter(tap)
        batch.close()
        batch.tell()
        batch.look(station, view)
    asked = {(tap.station, tap.field) for tap in taps}
    state = {address(*what): one for what, one in batch.book.state.items() if what in asked or one.revision > since}
    return replace(batch.taken, state=state)


def look_from(assessment_id: int, station: str, view: str) -> None:
    """Remember where a coach went, when there is such a place and it is not the one remembered."""
    book = tap_log.whereabouts(assessment_id)
    place = book.places.get(station or book.here)
    seen = view if place and view in views_of(station or book.here) else place.view if place else ""
    if place and (station or book.here, seen) != (book.here, place.view):
        with write():
            tap_log.be_at(assessment_id, book, station or book.here, seen)


class _Batch:
    """One batch on its way in: what stands, what is known, and what is new."""

    book: Book

    def __init__(self, assessment_id: int, by: User, device: str):
        self.assessment_id, self.now = assessment_id, utcnow()
        self.user_id, self.name, self.device = by.id, by.name, device
        self.taken = Taken()
        self._known: dict[str, dict[str, Any]] = {}
        self._fresh: list[dict[str, Any]] = []
        self._late: list[dict[str, Any]] = []
        self._applied: dict[tuple[str, str], str] = {}

    def open(self, taps: Sequence[TapIn], since: int) -> None:
        self.book = tap_log.lock(self.assessment_id, {tap.field for tap in taps}, since)
        keys = {tap.key for tap in taps}
        self._known = tap_log.known(list(keys), self.book, since)
        self._late = [one for key, one in self._known.items() if key not in keys and one["outcome"] == CONFLICT]

    def enter(self, tap: TapIn) -> None:
        what = tap.station, tap.field
        if tap.station not in self.book.places:
            tap_log.begin(self.assessment_id, tap.station, self.book)
        payload: dict[str, Any] = {"recording_id": self.book.places[tap.station].id, "user_id": self.user_id}
        payload |= {"field": tap.field, "value": tap.value, "view": tap.view}
        earlier = self._known.get(tap.key)
        if earlier and any(earlier[name] != value for name, value in payload.items()):
            self.taken.refused.append(Refusal(tap.key, USED_TWICE))
            return
        self.taken.acked.append(tap.key)
        before = self.book.state.get(what)
        outcome = earlier["outcome"] if earlier else self._judge(tap, before)
        if outcome == CONFLICT and before:
            kept_by = who(before.by, before.user_id == self.user_id)
            self.taken.conflicts.append(Conflict(tap.key, *what, tap.value, before.stated.value, kept_by))
        if earlier:
            return
        if outcome == APPLIED:
            self._apply(tap, before)
        self._known[tap.key] = payload | {"outcome": outcome}
        times = {"key": tap.key, "seen": tap.seen, "undo": tap.undo, "tapped_at": tap.at, "at": self.now}
        self._fresh.append(self._known[tap.key] | times | {"device": self.device})

    def close(self) -> None:
        ids = tap_log.keep(self._fresh)
        for what, key in self._applied.items():
            self.book.state[what] = replace(self.book.state[what], revision=ids[key])
        tap_log.stand(self.book, self._applied)

    def tell(self) -> None:
        """What other tablets said too late, so that both sides know: whoever is nearer settles it."""
        stations = {place.id: station for station, place in self.book.places.items()}
        for late in self._late:
            what = stations[late["recording_id"]], late["field"]
            newer = self.book.state.get(what)
            settled = newer is not None and newer.revision > late["id"]
            if not settled and (late["user_id"], late["device"]) != (self.user_id, self.device):
                by = who(late["name"], late["user_id"] == self.user_id)
                self.taken.disputes.append(Dispute(*what, late["value"], by))

    def look(self, station: str, view: str) -> None:
        if view and station in self.book.places:
            tap_log.be_at(self.assessment_id, self.book, station, view)

    def _judge(self, tap: TapIn, before: Standing | None) -> str:
        if before is None or before.revision <= tap.seen:
            return APPLIED
        if (before.user_id, before.device) == (self.user_id, self.device):
            return APPLIED
        return APPLIED if before.stated.value == tap.value else CONFLICT

    def _apply(self, tap: TapIn, before: Standing | None) -> None:
        what = tap.station, tap.field
        stated = Stated(tap.value, views_after(before.stated if before else UNSTATED, tap.value, tap.view))
        standing = Standing(stated, before.revision if before else 0, self.user_id, self.device, self.name)
        self.book.state[what] = standing
        self._applied[what] = tap.key
