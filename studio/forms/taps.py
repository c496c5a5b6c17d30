"""Taps as a tablet's queue posts them, or one as a plain form does."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ..models.fields import FieldError
from ..models.stations import check, views_of
from ..numbers import LARGEST, whole
from ..operations.taps import Refusal, TapIn

MOST = 40
KEY = re.compile(r"[0-9a-f]{32}")


class BadBatch(ValueError):
    """What was posted is no batch of taps; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Taps in their order, those that cannot be taken, and what the tablet says: who, which, where, what it has."""

    sent_by: int
    device: str
    station: str
    view: str
    since: int
    taps: list[TapIn] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


def read_batch(payload: Any, first: str) -> Batch:
    """Read the JSON of the queue; a tap that states nonsense is refused by itself, BadBatch refuses everything.

    What names no station means the `first`.
    """
    if not isinstance(payload, dict) or not isinstance(payload.get("taps"), list):
        raise BadBatch("Send an object with a list of taps")
    if len(payload["taps"]) > MOST:
        raise BadBatch(f"Send at most {MOST} taps at once")
    station, view = payload.get("station", first), payload.get("view", "")
    if not isinstance(station, str) or view not in ("", *_views(station)):
        raise BadBatch("There is no such view")
    device = payload.get("device", "")
    if not isinstance(device, str) or not (KEY.fullmatch(device) or device == ""):
        raise BadBatch("A tablet names itself with 32 hexadecimal digits")
    sent_by, since = _whole(payload.get("sent_by"), "sent_by"), _whole(payload.get("since", 0), "since")
    batch = Batch(sent_by, device, station, view, since)
    for raw in payload["taps"]:
        key = raw.get("key") if isinstance(raw, dict) else None
        if not isinstance(key, str) or not KEY.fullmatch(key):
            raise BadBatch("Every tap needs a key of 32 hexadecimal digits")
        try:
            batch.taps.append(_tap(key, {"station": first} | raw))
        except FieldError as error:
            batch.refused.append(Refusal(key, str(error)))
    return batch


def read_button(form: Mapping[str, str], first: str, now: datetime) -> list[TapIn]:
    """Read the one button of a plain form: `tap` is "field=value", several with spaces between.

    Each may say more: "station/field=value@view". What names no station means the form's, or the `first`.

    The form's random key makes a doubled submit harmless; each statement gets a key of its own from it.
    """
    taps = []
    for statement in form.get("tap", "").split():
        where, _, said = statement.partition("=")
        station, _, name = where.rpartition("/")
        value, _, view = said.partition("@")
        key = hashlib.sha256(f"{form.get('key', '')} {statement}".encode()).hexdigest()[:32]
        raw = {
            "station": station or form.get("station", first),
            "field": name,
            "value": value,
            "view": view or form.get("view"),
            "seen": whole(form.get("seen", "")) or 0,
        }
        taps.append(_tap(key, raw | {"undo": bool(form.get("undo"))}, now))
    return taps


def _views(station: str) -> tuple[str, ...]:
    try:
        return views_of(station)
    except FieldError:
        return ()


def _tap(key: str, raw: Mapping[str, Any], at: datetime | None = None) -> TapIn:
    said = [one for one in map(raw.get, ("station", "field", "value", "view")) if isinstance(one, str)]
    if len(said) != 4:
        raise FieldError("A tap needs a field, a value and a view")
    station, name, value, view = said
    seen = raw.get("seen", 0)
    if not isinstance(seen, int) or isinstance(seen, bool) or not 0 <= seen <= LARGEST:
        raise FieldError("A tap says which revision it saw")
    check(station, name, value, view)
    return TapIn(key, station, name, value, view, seen, at or _moment(raw.get("at")), raw.get("undo") is True)


def _moment(text: Any) -> datetime | None:
    """The tablet's own time, for information only: a clock that is wrong must not cost a tap."""
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else None


def _whole(value: Any, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise BadBatch(f"{name} must be a whole number")
    return value
