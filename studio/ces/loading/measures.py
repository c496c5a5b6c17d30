"""Loads measures.toml."""

from typing import Any

from studio.ces.loading.muscles import Anatomy
from studio.ces.loading.rows import Files, Row
from studio.ces.loading.vocabulary import Vocabulary
from studio.ces.measures import OPERATORS, Band, DetectableChange, MeasureKind, Norm, SideLoss

FILE = "measures.toml"
FLAGS = {"refer", "watch", "restricted", "borderline", "stop"}
VERDICTS = {"at_risk", "not_at_risk", "below_norm", "within_norm"}
OWN_DESIGN = "D"


def load_measures(files: Files, words: Vocabulary, anatomy: Anatomy) -> dict[str, MeasureKind]:
    """Read the measures; every cut-off lies within the bounds of its measure."""
    kinds = {row.id: _measure(row, words, anatomy) for row in files.rows(FILE)}
    for kind in kinds.values():
        if kind.side_loss and kind.side_loss.measure not in kinds:
            Row(FILE, kind.id, {}).wrong(f"unknown measure {kind.side_loss.measure!r}")
    return kinds


def _measure(row: Row, words: Vocabulary, anatomy: Anatomy) -> MeasureKind:
    low, high = _pair(row, "bounds")
    change = row.table("mdc", optional=True)
    loss = row.table("side_loss", optional=True)
    norms = row.table("norms", optional=True)
    kind = MeasureKind(
        id=row.id,
        name=row.text("name"),
        unit=row.text("unit"),
        kind=row.text("kind"),
        sided=row.one_of("sides", {"left_right", "none"}, "sides") == "left_right",
        better=row.one_of("better", {"higher", "lower", "context"}, "direction"),  # type: ignore[arg-type]
        low=low,
        high=high,
        plausible=_pair(row, "plausible"),
        step=row.number("step"),
        protocol=row.text("protocol"),
        bands=tuple(_band(one, low, high, words) for one in row.tables("bands")),
        otherwise=row.one_of("otherwise", VERDICTS, "verdict") if "otherwise" in row.values else None,  # type: ignore[arg-type]
        side_loss=SideLoss(loss.number("value"), loss.text("measure"), loss.number("over")) if loss.values else None,
        side_difference=row.number("side_difference") if "side_difference" in row.values else None,
        asymmetry=row.number("asymmetry") if "asymmetry" in row.values else None,
        overactive=row.all_of("overactive", anatomy.units, "muscle", optional=True),
        underactive=row.all_of("underactive", anatomy.units, "muscle", optional=True),
        mdc=_change(change, words) if change.values else None,
        norms=tuple(_norm(norms.table(key)) for key in norms.values),
        level=row.one_of("level", words.levels, "level"),
        note=row.text("note", ""),
        sources=row.all_of("sources", words.sources, "source"),
    )
    row.close()
    return kind


def _pair(row: Row, key: str) -> tuple[float, float]:
    values: Any = row.values.get(key)
    row.left.discard(key)
    if not isinstance(values, list) or len(values) != 2 or not values[0] < values[1]:
        row.wrong(f"{key}: expected [lowest, highest]")
    return float(values[0]), float(values[1])


def _band(row: Row, low: float, high: float, words: Vocabulary) -> Band:
    verdict = row.one_of("verdict", VERDICTS, "verdict") if "verdict" in row.values else None
    band = Band(
        flag=row.one_of("flag", FLAGS, "flag"),  # type: ignore[arg-type]
        verdict=verdict,  # type: ignore[arg-type]
        op=row.one_of("op", OPERATORS, "comparison"),
        value=row.number("value"),
        stage=row.maybe_whole("stage"),
        sex=row.one_of("sex", {"female", "male"}, "sex") if "sex" in row.values else None,
        low_age=row.maybe_whole("min_age"),
        high_age=row.maybe_whole("max_age"),
        source=row.one_of("source", {*words.sources, OWN_DESIGN}, "source"),
    )
    row.close()
    if not low <= band.value <= high:
        row.wrong(f"{band.value:g} lies outside the bounds of the measure")
    return band


def _change(row: Row, words: Vocabulary) -> DetectableChange:
    change = DetectableChange(
        same_rater=row.number("same_rater"),
        other_rater=row.number("other_rater"),
        method=row.text("method", ""),
        sources=row.all_of("sources", words.sources, "source"),
    )
    row.close()
    return change


def _norm(row: Row) -> Norm:
    norm = Norm(
        id=row.id,
        statistic=row.text("statistic"),
        level=row.text("level"),
        use=row.text("use", ""),
        value=row.text("value", ""),
        rows=tuple(dict(one.values) for one in row.tables("rows")),
    )
    row.close()
    return norm
