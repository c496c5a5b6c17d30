"""What stands beside a measure for the coach: cut-offs, other figures, tables of norms, errors and sources."""

from dataclasses import dataclass

from ..ces.measures import MeasureKind, Norm
from ..ces.units import LengthUnit
from .measure_words import band_words, shown, source_words, unit_words
from .tables import shipped

FLAGS = {
    "refer": "suggest a check with a health professional",
    "watch": "watch",
    "borderline": "borderline",
    "stop": "stop the test",
}
HEADS = {
    "sex": "",
    "age": "Age",
    "female": "Women",
    "male": "Men",
    "women": "Women",
    "men": "Men",
    "all": "All",
    "mean": "Mean",
    "ci": "95% CI",
    "limit": "Limit",
    "verified": "Read",
    "very_low_below": "Very low below",
    "low_below": "Low below",
    "slightly_low_below": "Slightly low below",
    "central_to": "Central up to",
    "slightly_high_to": "Slightly high up to",
    "high_to": "High up to",
}


@dataclass(frozen=True, slots=True)
class NormTable:
    """A published table: context only, no verdict rests on it."""

    title: str
    statistic: str
    value: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Context:
    cutoffs: tuple[tuple[str, str], ...]
    change: str
    sides: str
    norms: tuple[NormTable, ...]
    marks: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]


def context_of(kind: MeasureKind, unit: LengthUnit = "cm") -> Context:
    """All of it, in words. Tables stay in the unit they were printed in."""
    cutoffs = [
        (
            f"{band_words(band, kind, unit)} ({source_words(band.source)})",
            FLAGS.get(band.flag, kind.says),
        )
        for band in kind.bands
    ]
    if kind.key_questions:
        cutoffs.append((f"yes to any key question ({source_words(kind.sources[0])})", FLAGS["refer"]))
    sources = [shipped().sources[one] for one in kind.sources]
    return Context(
        cutoffs=tuple((rule[:1].upper() + rule[1:], meaning) for rule, meaning in cutoffs),
        change=_change(kind, unit),
        sides=_sides(kind, unit),
        norms=tuple(_table(norm) for norm in kind.norms),
        marks=tuple((mark.rule, f"{mark.meaning} ({source_words(mark.source)})") for mark in kind.marks),
        sources=tuple(", ".join(str(part) for part in (one.title, one.publisher, one.year) if part) for one in sources),
    )


def _change(kind: MeasureKind, unit: LengthUnit) -> str:
    if kind.mdc is None:
        return "The smallest real change is not known."
    words = unit_words(kind, unit)
    same, other = (f"{shown(kind, value, unit)}{words}" for value in (kind.mdc.same_rater, kind.mdc.other_rater))
    said = f"{same}" if same == other else f"{same} by the same coach, {other} by another"
    method = f" ({kind.mdc.method})" if kind.mdc.method else ""
    return f"Smallest real change: {said}{method}."


def _sides(kind: MeasureKind, unit: LengthUnit) -> str:
    if not kind.sided or kind.asymmetry is None:
        return ""
    why = f": {kind.asymmetry_why}" if kind.asymmetry_why else ""
    return f"A side difference is noted from {shown(kind, kind.asymmetry, unit)}{unit_words(kind, unit)} on{why}."


def _table(norm: Norm) -> NormTable:
    heads = list(dict.fromkeys(key for row in norm.rows for key in row))
    use = f" {norm.use[:1].upper()}{norm.use[1:]}." if norm.use else ""
    return NormTable(
        title=source_words(norm.id.rpartition(".")[2]),
        statistic=f"{norm.statistic[:1].upper()}{norm.statistic[1:]}. Level {norm.level}.{use}",
        value=norm.value,
        heads=tuple(HEADS[key] for key in heads),
        rows=tuple(tuple(f"{row.get(key, '')}" for key in heads) for row in norm.rows),
    )
