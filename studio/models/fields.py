"""The fields of a recording: what one tap can state, in short words, and what the answers mean to the engine.

    f:<compensation>:<left|right|mid>   "0" not seen, "1" mild, "2" marked, "nt" not tested; a weight shift says where
                                        to as well ("left1", "right2"), so that it never goes both ways at once
    v:<view>                            "nt": this view was not looked at
    test                                "nt": the whole test was left out, whatever else was stated
    pain:<compensation>                 region.side.rating of what hurt at that row: "low_back.mid.x", "knee.left.4"
    depth, shoes                        full, partial, minimal; on, off

"" opens a field again. Every value is absolute, so that saying it twice changes nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, get_args

from ..ces.case import Depth, Finding, Pain, Shoes, TestResult
from ..ces.catalogue import Catalogue
from ..ces.findings import STANDARD
from ..ces.protocols import Compensation, Protocol
from ..ces.sides import Side
from .tables import shipped

OPEN: Final = ""
CLEAN: Final = "0"
NOT_TESTED: Final = "nt"
UNRATED: Final = "x"
WHOLE: Final = "test"
DEPTHS: tuple[Depth, ...] = get_args(Depth)
SHOES: tuple[Shoes, ...] = get_args(Shoes)
RATINGS: Final = (UNRATED, *map(str, range(1, 11)))


@dataclass(frozen=True, slots=True)
class Stated:
    """What stands for a field, and the views in which it was stated."""

    value: str
    views: tuple[str, ...] = ()


UNSTATED: Final = Stated(OPEN)
Answers = Mapping[str, Stated]


class FieldError(ValueError):
    """Nobody can state this; the message says what does not fit."""


def short(compensation: Compensation) -> str:
    """Its id without the protocol."""
    return compensation.id.partition(".")[2]


def fields_of(compensation: Compensation) -> tuple[str, ...]:
    """The fields of a row: left and right, or one."""
    sides = ("left", "right") if compensation.laterality in ("sided", "stance_leg") else ("mid",)
    return tuple(f"f:{short(compensation)}:{side}" for side in sides)


def pain_field(compensation: Compensation) -> str:
    return f"pain:{short(compensation)}"


@cache
def pain_values() -> frozenset[str]:
    """What a pain field takes: where it hurts, on which side, how much."""
    return frozenset(
        f"{region.id}.{side}.{rating}"
        for region in shipped().regions.values()
        for side in (("mid",) if region.midline else ("mid", "left", "right", "both"))
        for rating in RATINGS
    )


@cache
def allowed(protocol_id: str, variant: str) -> Mapping[str, frozenset[str]]:
    """Every field of a protocol's variant, with the values it takes."""
    cat = shipped()
    protocol = cat.protocols[protocol_id]
    found = {f"v:{view.view}": {NOT_TESTED} for view in protocol.views}
    found |= {WHOLE: {NOT_TESTED}, "depth": set(DEPTHS), "shoes": set(SHOES)}
    for compensation in judged(protocol, variant, cat):
        toward = ("left", "right") if compensation.laterality == "directional" else ("",)
        seen = {f"{side}{severity}" for side in toward for severity in "12"}
        found |= dict.fromkeys(fields_of(compensation), seen | {CLEAN, NOT_TESTED})
        found[pain_field(compensation)] = set(pain_values())
    return {field: frozenset(values | {OPEN}) for field, values in found.items()}


def check(protocol_id: str, variant: str, field: str, value: str, view: str) -> None:
    """Raise FieldError unless `value` can be stated for `field` while looking from `view`."""
    values = allowed(protocol_id, variant).get(field)
    if values is None:
        raise FieldError("This assessment has no such row")
    if value not in values:
        raise FieldError("This row cannot say that")
    cat = shipped()
    views = [one.view for one in cat.protocols[protocol_id].views]
    if variant != STANDARD:
        views.append(variant)  # one page, whatever is seen from where
    if field.startswith("f:") and value != OPEN:
        views = list(cat.compensations[f"{protocol_id}.{field.split(':')[1]}"].views)
    if view not in views:
        raise FieldError("This cannot be seen from that view")


def judged(protocol: Protocol, variant: str, cat: Catalogue) -> Iterator[Compensation]:
    """The compensations this variant of a protocol can show."""
    left_out = next((one.not_applicable_to for one in protocol.variants if one.id == variant), ())
    return (cat.compensations[one] for one in protocol.compensations if one not in left_out)


def is_finding(value: str) -> bool:
    """Does a value of an f: field say that something was seen?"""
    return value not in (OPEN, CLEAN, NOT_TESTED)


def views_after(before: Stated, value: str, view: str) -> tuple[str, ...]:
    """Where a field has been stated once `value` is stated in `view`.

    Another severity is still the same finding, so its earlier views stay; clean after a finding starts anew.
    """
    if value in (OPEN, NOT_TESTED):
        return ()
    same = before.value not in (OPEN, NOT_TESTED) and is_finding(before.value) == is_finding(value)
    return tuple(dict.fromkeys((*before.views, view))) if same else (view,)


def result_of(protocol_id: str, variant: str, answers: Answers) -> TestResult:
    """The answers of a recording as the engine takes them: what was not judged is said, silence is never clean."""
    cat = shipped()
    protocol = cat.protocols[protocol_id]
    rows = list(judged(protocol, variant, cat))
    stopped = bool(pains_of(answers))
    if answers.get(WHOLE, UNSTATED).value == NOT_TESTED:
        return TestResult(protocol=protocol_id, variant=variant, stopped_for_pain=stopped)
    views = _recorded_views(protocol, answers)
    depth, shoes = (answers.get(field, UNSTATED).value for field in ("depth", "shoes"))
    return TestResult(
        protocol=protocol_id,
        variant=variant,
        views=views,
        findings=tuple(finding for row in rows for finding in _findings(row, answers)),
        stopped_for_pain=stopped,
        untested=frozenset(gap for row in rows if set(row.views) & set(views) for gap in _gaps(row, answers)),
        depth=next((one for one in DEPTHS if one == depth), None),
        shoes=next((one for one in SHOES if one == shoes), None),
    )


def pains_of(answers: Answers) -> tuple[Pain, ...]:
    """Where it hurt, each place once with its highest rating; a side that was not named is None, which blocks both."""
    worst: dict[tuple[str, Side | None], int | None] = {}
    for stated in (stated for field, stated in sorted(answers.items()) if field.startswith("pain:") and stated.value):
        region, side, rating = stated.value.split(".")
        place = (region, _side(side))
        ratings = [one for one in (worst.get(place), None if rating == UNRATED else int(rating)) if one is not None]
        worst[place] = max(ratings, default=None)
    return tuple(Pain(region, side, rating, "during_test") for (region, side), rating in worst.items())


def _recorded_views(protocol: Protocol, answers: Answers) -> tuple[str, ...]:
    stated = {view for field, one in answers.items() if field.startswith("f:") for view in one.views}
    skipped = {view.view for view in protocol.views if answers.get(f"v:{view.view}", UNSTATED).value == NOT_TESTED}
    return tuple(view.view for view in protocol.views if view.view in stated - skipped)


def _findings(row: Compensation, answers: Answers) -> Iterator[Finding]:
    for field in fields_of(row):
        stated = answers.get(field, UNSTATED)
        if is_finding(stated.value):
            side = _side(stated.value[:-1] or field.rpartition(":")[2])
            yield Finding(row.id, side, int(stated.value[-1]), stated.views)


def _gaps(row: Compensation, answers: Answers) -> Iterator[tuple[str, Side]]:
    found = any(is_finding(answers.get(field, UNSTATED).value) for field in fields_of(row))
    for field in fields_of(row):
        stated = answers.get(field, UNSTATED)
        # An axis is judged from the first view its compensation names (assessment reference, scoring.view_rule):
        # clean from another view only is no judgement, unless something of the row was seen there.
        elsewhere = stated.value == CLEAN and not found and row.views[0] not in stated.views
        if stated.value in (OPEN, NOT_TESTED) or elsewhere:
            yield row.id, _side(field.rpartition(":")[2]) or "both"


def _side(word: str) -> Side | None:
    sides: dict[str, Side] = {"left": "left", "right": "right", "both": "both"}
    return sides.get(word)
