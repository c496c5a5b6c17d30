"""Charts: the score over time with its gaps, and a measure as dots beside the band of its measuring error."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from studio.figures.shapes import Disc, Drawing, Point, Shape, Stroke, Words, box
from studio.sheets.comparison import MeasureLine, ScorePoint
from studio.sheets.dates import day_and_month

SMALL = 11.0
LABEL_ROOM = 46.0
"""Names of neighbouring dates need this much room; the others are in the alternative text."""


def score_chart(points: Sequence[ScorePoint], width: float = 420, height: float = 170) -> Drawing:
    """Draw scores of 0 to 100 by date: a line only from one shown score to the next, a gap where one is withheld."""
    left, right, top, bottom = 30.0, width - 16, 20.0, height - 34
    places = _places([one.day for one in points], left + 14, right - 14)

    def level(value: float) -> float:
        return bottom - (bottom - top) * value / 100

    shapes: list[Shape] = []
    for value in (0, 50, 100):
        shapes.append(Stroke(((left, level(value)), (right, level(value))), "rule", 0.75))
        shapes.append(Words(left - 6, level(value) + SMALL * 0.35, str(value), SMALL, "soft", "right"))
    shapes += [Stroke(run, "ink", 1.6) for run in _runs([one.value for one in points], places, level)]
    named = _named(places)
    for n, (one, x) in enumerate(zip(points, places, strict=True)):
        if one.value is None:
            shapes.append(Stroke(((x, top), (x, bottom)), "rule", 1.2, dashed=True))
            shapes.append(Words(x, top - 7, "no score", SMALL, "soft", "centre"))
        else:
            shapes.append(Disc(x, level(one.value), 4.2, "paper" if one.partial else "ink", "ink", 1.6))
            shapes.append(Words(x, level(one.value) - 9, str(one.value), 13, "ink", "centre", bold=True))
        if n in named:
            shapes.append(Words(x, bottom + 15, day_and_month(one.day), SMALL, "soft", "centre"))
            shapes.append(Words(x, bottom + 29, one.name, SMALL, "ink", "centre", bold=True))
    return Drawing(width, height, tuple(shapes), _said(points))


def measure_chart(days: Sequence[date], line: MeasureLine, width: float = 420, height: float = 150) -> Drawing:
    """Draw the values of one measure by date, a band of measuring error round the first, a gap where there is none."""
    values = [one for one in line.numbers if one is not None]
    if not values:
        return Drawing(width, height, (), "")
    left, right, top, bottom = 8.0, width - 8, 22.0, height - 22
    reach = line.least or 0.0
    low, high = min(*values, values[0] - reach), max(*values, values[0] + reach)
    spare = (high - low) * 0.1 or 1.0
    low, high = low - spare, high + spare
    places = _places(days, left + 24, right - 24)

    def level(value: float) -> float:
        return bottom - (bottom - top) * (value - low) / (high - low)

    shapes: list[Shape] = []
    if reach:
        ends = (level(values[0] + reach), level(values[0] - reach))
        shapes.append(box(left, ends[0], right, ends[1], "pale"))
        shapes += [Stroke(((left, end), (right, end)), "ink", 0.8, dashed=True) for end in ends]
    shapes.append(Stroke(((left, bottom), (right, bottom)), "rule", 0.9))
    shapes += [Stroke(run, "ink", 1.6) for run in _runs(line.numbers, places, level)]
    named = _named(places)
    for n, (number, x) in enumerate(zip(line.numbers, places, strict=True)):
        if number is not None:
            shapes.append(Disc(x, level(number), 4.2, "ink", "ink", 1.6))
        if n in named:
            shapes.append(Words(x, bottom + 15, day_and_month(days[n]), SMALL, "soft", "centre"))
            if number is not None:
                shapes.append(Words(x, level(number) - 9, line.values[n], 12, "ink", "centre", bold=True))
    told = "; ".join(f"{day_and_month(on)}: {value}" for on, value in zip(days, line.values, strict=True))
    return Drawing(width, height, tuple(shapes), f"{line.name} by date. {told}.")


def strip(line: MeasureLine, width: float = 220, height: float = 30) -> Drawing:
    """Draw the values of one line on a level line: hollow dots, the newest filled, a band of error round the first."""
    values = [one for one in line.numbers if one is not None]
    if not values:
        return Drawing(width, height, (), "")
    reach = line.least or 0.0
    low, high = min(*values, values[0] - reach), max(*values, values[0] + reach)
    spare = (high - low) * 0.08 or 1.0
    low, high, middle = low - spare, high + spare, height / 2

    def place(value: float) -> float:
        return 6 + (width - 12) * (value - low) / (high - low)

    shapes: list[Shape] = []
    if reach and line.numbers[0] is not None:
        ends = (place(values[0] - reach), place(values[0] + reach))
        shapes.append(box(ends[0], 3, ends[1], height - 3, "pale"))
        shapes += [Stroke(((end, 3), (end, height - 3)), "ink", 0.8, dashed=True) for end in ends]
    shapes.append(Stroke(((0, middle), (width, middle)), "rule", 0.9))
    last = len(line.numbers) - 1
    for n, value in enumerate(line.numbers):
        if value is not None:
            shapes.append(Disc(place(value), middle, 5.4, "ink" if n == last else "paper", "ink", 1.4))
    return Drawing(width, height, tuple(shapes), "")


def _places(days: Sequence[date], left: float, right: float) -> list[float]:
    span = (days[-1] - days[0]).days if days else 0
    if not span:
        return [(left + right) / 2 for _ in days]
    return [left + (right - left) * (day - days[0]).days / span for day in days]


def _named(places: Sequence[float]) -> set[int]:
    """The dates whose names have room, the newest first."""
    named: list[int] = []
    for n in reversed(range(len(places))):
        if not named or places[named[-1]] - places[n] >= LABEL_ROOM:
            named.append(n)
    return set(named)


def _runs(
    values: Sequence[float | None], places: Sequence[float], level: Callable[[float], float]
) -> Iterator[tuple[Point, ...]]:
    """The stretches without a gap, each of two or more."""
    run: list[Point] = []
    for value, x in [*zip(values, places, strict=True), (None, 0.0)]:
        if value is not None:
            run.append((x, level(value)))
        else:
            if len(run) > 1:
                yield tuple(run)
            run = []


def _said(points: Sequence[ScorePoint]) -> str:
    parts = [f"{day_and_month(one.day)}: {_value_words(one)}" for one in points]
    return f"Movement score by date. {'; '.join(parts)}." if parts else ""


def _value_words(one: ScorePoint) -> str:
    return f"no score, {one.without}" if one.value is None else f"{one.value}{', partial' if one.partial else ''}"
