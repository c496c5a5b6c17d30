"""Precautions, clearances and blocks in the coach's words."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..ces.limit_words import place_words, said
from ..ces.limits import Limit
from ..ces.sides import Side
from .clearances import Clearance
from .felt import Felt
from .precautions import Precaution
from .standing import Standing
from .tables import in_use

WHEN = {"during_test": "in a test", "at_rest": "at rest", "history": "earlier", "after_session": "after sessions"}


@dataclass(frozen=True)
class PrecautionView:
    """One precaution: where, and a line for each thing it says; `rests` when its limits are not in writing."""

    row: Precaution
    place: str
    lines: tuple[str, ...]
    rests: bool


@dataclass(frozen=True)
class ClearanceView:
    row: Clearance
    about: str
    exercises: tuple[str, ...]


@dataclass(frozen=True)
class BlockView:
    """A region that rests for pain, what hurt, and since which assessment."""

    place: str
    what: str
    felt: Felt


@dataclass(frozen=True)
class StandingView:
    """The whole page."""

    blocks: tuple[BlockView, ...]
    in_force: tuple[PrecautionView, ...]
    lapsed: tuple[PrecautionView, ...]
    ended: tuple[PrecautionView, ...]
    valid: tuple[ClearanceView, ...]
    past: tuple[ClearanceView, ...]
    clearance: str


def standing_view(stands: Standing) -> StandingView:
    ended = [one for one in stands.precautions if one.ended_at is not None]
    return StandingView(
        blocks=blocks_of(stands),
        in_force=tuple(map(precaution_view, stands.in_force)),
        lapsed=tuple(map(precaution_view, stands.lapsed)),
        ended=tuple(map(precaution_view, ended)),
        valid=tuple(map(clearance_view, stands.valid)),
        past=tuple(clearance_view(one) for one in stands.clearances if one not in stands.valid),
        clearance=stands.clearance,
    )


def blocks_of(stands: Standing) -> tuple[BlockView, ...]:
    """The regions that rest for pain until a clearance is on file."""
    cat = in_use()
    return tuple(
        BlockView(place_words(one.pain.region, one.pain.side, cat), _felt(one), one)
        for one in stands.pains
        if one.pain.when != "history"
    )


def brief(stands: Standing) -> str:
    """One line for the client's page: “Left knee rests for pain, 2 precautions in force”; empty for nothing."""
    resting = list(dict.fromkeys(one.place for one in blocks_of(stands)))
    parts = [f"{', '.join(resting)} {'rest' if len(resting) > 1 else 'rests'} for pain"] if resting else []
    if number := len(stands.in_force):
        parts.append(f"{number} precaution{'s' if number > 1 else ''} in force")
    if stands.lapsed:
        parts.append(f"{len(stands.lapsed)} past the last day")
    words = ", ".join(parts)
    return words[:1].upper() + words[1:]


def _felt(felt: Felt) -> str:
    pain = felt.pain
    rating = "not rated," if pain.intensity is None else f"{pain.intensity} of 10"
    return f"{rating} {WHEN[pain.when]}"


def precaution_view(row: Precaution) -> PrecautionView:
    cat = in_use()
    side: Side | None = row.side if row.side in ("left", "right", "both") else None  # type: ignore[assignment]
    place = place_words(row.region or None, side, cat)
    return PrecautionView(row, place, tuple(dict.fromkeys(_lines(row))), row.unwritten)


def _lines(row: Precaution) -> Iterator[str]:
    cat = in_use()
    operation = cat.limit_rules.operations.get(row.operation)
    if operation:
        yield operation.label
    for tag in row.tags:
        if tag in cat.tags:
            yield cat.tags[tag].label
    for limit in row.engine_limits:
        yield _without_place(limit, row)


def _without_place(limit: Limit, row: Precaution) -> str:
    """The limit as a line under its place, which need not be said twice."""
    cat = in_use()
    words = said(limit, cat)
    place = place_words(limit.region, limit.side, cat)
    start = f"{place[:1].upper()}{place[1:]}: "
    if limit.region == row.region and place and words.startswith(start):
        words = words.removeprefix(start)
    return words[:1].upper() + words[1:]


def clearance_view(row: Clearance) -> ClearanceView:
    cat = in_use()
    about = ", ".join(cat.regions[one].label for one in row.regions if one in cat.regions) or "the whole body"
    names = tuple(cat.exercises[one].name for one in row.exercises if one in cat.exercises)
    return ClearanceView(row, about, names)
