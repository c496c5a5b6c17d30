"""What each measure says about a person: at risk, below the norm, within it, or nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from studio.ces.measured import Measured
from studio.ces.measures import Band, MeasureKind, hits
from studio.ces.measures import Verdict as VerdictWord
from studio.ces.sides import OneSide

NOBODYS = "no cut-off for this age and sex"
KEY_QUESTION = "yes to a key question"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict on one measure and side, by which rule and source; None where no norm covers the person."""

    measure: str
    side: OneSide | None
    verdict: VerdictWord | None
    rule: str
    source: str
    refer: bool = False  # the cut-off's own advice is to refer
    band: Band | None = None  # the cut-off that was reached, or the mildest one that was not
    reached: bool = False


def screen(found: Measured) -> tuple[Verdict, ...]:
    """Give a verdict for everything that was measured, in the order of the catalogue, left before right."""
    return tuple(_verdicts(found))


def _verdicts(found: Measured) -> Iterable[Verdict]:
    for kind in found.kinds.values():
        for side in ("left", "right", None):
            if (kind.id, side) in found.readings:
                yield _verdict(kind, side, found)


def _verdict(kind: MeasureKind, side: OneSide | None, found: Measured) -> Verdict:
    if found.readings[kind.id, side].key_question:
        return Verdict(kind.id, side, "at_risk", KEY_QUESTION, kind.sources[0], refer=True, reached=True)
    covering = [band for band in kind.bands if band.covers(found.age, found.sex)]
    reading = found.readings[kind.id, side]
    band = next(iter(hits(kind, reading, found.age, found.sex)), None)
    if band and band.verdict:
        return Verdict(kind.id, side, band.verdict, band.rule(kind.unit), band.source, band.flag == "refer", band, True)
    if found.side_lost(kind.id, side or "left"):
        rule = f"side difference > {kind.side_difference:g} {kind.unit}" if kind.side_difference else _loss(kind)
        return Verdict(kind.id, side, "below_norm", rule, kind.sources[0], reached=True)
    if not _covered(kind, covering, found):
        return Verdict(kind.id, side, None, NOBODYS, kind.bands[0].source if kind.bands else kind.sources[0])
    rule, source = (covering[0].rule(kind.unit), covering[0].source) if covering else (_loss(kind), kind.sources[0])
    # A stage that was not reached says nothing, and so does a measure without a word for "fine".
    silent = bool(covering) and all(reading.at(one, kind.high) is None for one in covering)
    mildest = covering[-1] if covering else None
    return Verdict(kind.id, side, None if silent else kind.otherwise, rule, source, band=mildest)


def _covered(kind: MeasureKind, covering: list[Band], found: Measured) -> bool:
    """Where some cut-offs are only for some people, one of those must be for this person."""
    if kind.side_difference is not None:
        return found.difference(kind.id) is not None
    limited = [band for band in kind.bands if band.limited]
    return bool(covering) and (not limited or any(band in covering for band in limited))


def _loss(kind: MeasureKind) -> str:
    if kind.side_difference is not None:
        return f"side difference > {kind.side_difference:g} {kind.unit}"
    return f"side loss >= {kind.side_loss.value:g} {kind.unit}" if kind.side_loss else NOBODYS
