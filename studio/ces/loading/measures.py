"""Loads measures.toml."""

from collections.abc import Mapping
from typing import Any

from studio.ces.loading.muscles import Anatomy
from studio.ces.loading.rows import Files, Row
from studio.ces.loading.vocabulary import Vocabulary
from studio.ces.measures import OPERATORS, Band, DetectableChange, Mark, MeasureKind, Norm, SideLoss, Take

FILE = "measures.toml"
FLAGS = {"refer", "watch", "restricted", "borderline", "stop"}
VERDICTS = {"at_risk", "not_at_risk", "below_norm", "within_norm"}
TOOLS = {"number", "stopwatch", "counter", "stages", "speed", "sum"}
OWN_DESIGN = "D"


def load_measures(files: Files, words: Vocabulary, anatomy: Anatomy) -> dict[str, MeasureKind]:
    """Read the measures; every cut-off lies within the bounds of its measure."""
    kinds = {row.id: _measure(row, words, anatomy) for row in files.rows(FILE)}
    for kind in kinds.values():
        named = (*kind.take.sum_of, *((kind.side_loss.measure,) if kind.side_loss else ()))
        for one in named:
            Row(FILE, kind.id, {}).known(one, kinds, "measure")
    return kinds


def _measure(row: Row, words: Vocabulary, anatomy: Anatomy) -> MeasureKind:
    low, high = _pair(row, "bounds")
    change = row.table("mdc", optional=True)
    loss = row.table("side_loss", optional=True)
    norms = row.table("norms", optional=True)
    kind = MeasureKind(
        id=row.id,
        name=row.text("name"),
        plain=row.text("plain"),
        says=row.text("says", "") or "restricted",
        unit=row.text("unit"),
        kind=row.text("kind"),
        region=row.one_of("region", words.regions, "region"),
        sided=row.one_of("sides", {"left_right", "none"}, "sides") == "left_right",
        better=row.one_of("better", {"higher", "lower", "context"}, "direction"),  # type: ignore[arg-type]
        low=low,
        high=high,
        plausible=_pair(row, "plausible"),
        step=row.number("step"),
        protocol=row.text("protocol"),
        take=_take(row.table("take", optional=True)),
        key_questions=_questions(row.table("key_questions", optional=True)),
        bands=tuple(_band(one, low, high, words) for one in row.tables("bands")),
        otherwise=row.one_of("otherwise", VERDICTS, "verdict") if "otherwise" in row.values else None,  # type: ignore[arg-type]
        side_loss=SideLoss(loss.number("value"), loss.text("measure"), loss.number("over")) if loss.values else None,
        side_difference=row.number("side_difference") if "side_difference" in row.values else None,
        asymmetry=row.number("asymmetry") if "asymmetry" in row.values else None,
        asymmetry_why=row.text("asymmetry_why", ""),
        overactive=row.all_of("overactive", anatomy.units, "muscle", optional=True),
        underactive=row.all_of("underactive", anatomy.units, "muscle", optional=True),
        mdc=_change(change, words) if change.values else None,
        norms=tuple(_norm(norms.table(key)) for key in norms.values),
        marks=tuple(_mark(one, words) for one in row.tables("marks")),
        level=row.one_of("level", words.levels, "level"),
        note=row.text("note", ""),
        sources=row.all_of("sources", words.sources, "source"),
    )
    row.close()
    if kind.take.trials > 1 and kind.take.use == "best" and kind.better == "context":
        row.wrong("which of the trials is the best, when neither more nor less is better?")
    return kind


def _take(row: Row) -> Take:
    values: Mapping[str, Any] = row.values
    row.left.discard("metres")
    take = Take(
        tool=row.one_of("tool", TOOLS, "tool") if "tool" in values else "sum" if "sum_of" in values else "number",  # type: ignore[arg-type]
        trials=row.maybe_whole("trials") or 1,
        use=row.one_of("use", {"best", "mean"}, "use") if "use" in values else "best",  # type: ignore[arg-type]
        cap=row.number("cap") if "cap" in values else None,
        ways=row.texts("ways", optional=True),
        arms=row.flag("arms") if "arms" in values else False,
        metres=tuple(map(float, values.get("metres", ()))),
        sum_of=row.texts("sum_of", optional=True),
        skip_from_age=row.maybe_whole("skip_from_age"),
    )
    row.close()
    return take


def _questions(row: Row) -> dict[str, str]:
    questions = {key: row.text(key) for key in row.values}
    row.close()
    return questions


def _mark(row: Row, words: Vocabulary) -> Mark:
    mark = Mark(row.text("rule"), row.text("meaning"), row.one_of("source", {*words.sources, OWN_DESIGN}, "source"))
    row.close()
    return mark


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
