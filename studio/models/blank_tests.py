"""Tests and measures as paper forms: the rows of the board and of the list of measures, in their order."""

from collections.abc import Iterable, Iterator
from itertools import count

from ..ces.batteries import MEASURES
from ..ces.measures import MeasureKind
from ..ces.protocols import Compensation
from ..ces.units import LengthUnit
from ..sheets.blank_forms import Amounts, BoardForm, Look, LooksFrom, MeasureRow, MeasuresForm
from ..sheets.safety import pain_sentence
from .board import board_of
from .board_rows import Row
from .board_words import figures, label_of, protocol_words, title
from .fields import DEPTHS
from .finding_words import capital
from .measure_fields import PAIN
from .measure_page import OLDER, OLDER_FIRST
from .measure_words import shown, unit_words
from .protocol_page import ProtocolPage, protocol_page
from .tables import shipped

PEN = "________"
SPARE = 3


def board_form(protocol: str) -> BoardForm:
    """A test as its board shows it before the first tap."""
    cat, page = shipped(), _page(protocol)
    board = board_of(protocol, "standard", {})
    rows = {row.code: cat.compensations[f"{protocol}.{row.code}"] for view in board.views for row in view.rows}
    mild, marked = _usual(rows.values())
    numbers = count(1)
    return BoardForm(
        id=protocol,
        title=page.label,
        how=tuple((name, figures(words)) for name, words in page.ways if name != "Equipment"),
        stops=page.stops,
        minds=page.minds,
        views=tuple(
            LooksFrom(
                title=view.label,
                rows=tuple(_look(protocol, row, next(numbers)) for row in view.usual),
                more=tuple(_look(protocol, row, next(numbers)) for row in view.rare),
            )
            for view in board.views
        ),
        mild=figures(mild),
        marked=figures(marked),
        amounts=tuple(
            Amounts(label=title(one.label), mild=figures(one.mild), marked=figures(one.marked))
            for one in rows.values()
            if (one.mild, one.marked) != (mild, marked)
        ),
        depths=tuple(map(capital, DEPTHS)) if protocol == cat.score_rules.protocol else (),
        again=tuple((title(name), figures(how)) for name, how in page.forms),
        pain_says=pain_sentence(PEN, f"the {protocol_words(cat.protocols[protocol]).lower()}"),
    )


def _page(protocol: str) -> ProtocolPage:
    page = protocol_page(protocol)
    if page is None:
        raise LookupError(protocol)
    return page


def _usual(rows: Iterable[Compensation]) -> tuple[str, str]:
    """The words for mild and marked that most rows share; empty where hardly two do."""
    said = [(row.mild, row.marked) for row in rows]
    most = max(said, key=said.count)
    return most if said.count(most) > 1 else ("", "")


def _look(protocol: str, row: Row, number: int) -> Look:
    return Look(
        number=number,
        compensation=f"{protocol}.{row.code}",
        label=row.label,
        sided=row.kind != "mid",
        toward=row.toward if row.kind == "toward" else "",
    )


def measures_form(planned: Iterable[str] = (), *, age: int | None = None, unit: LengthUnit = "cm") -> MeasuresForm:
    """What a battery plans, with room for others; every measure where nothing is planned.

    For somebody of that age as their list on the screen begins.
    """
    cat = shipped()
    wanted = list(planned)
    older = OLDER_FIRST if age is not None and age >= OLDER else ()
    every = [] if wanted else [kind.id for kind in cat.measures.values() if kind.take.tool != "sum"]
    return MeasuresForm(
        id=MEASURES,
        title=label_of(MEASURES),
        stops=protocol_stops(),
        rows=tuple(_measure(cat.measures[one], unit) for one in dict.fromkeys((*older, *wanted, *every))),
        spare=SPARE if wanted else 0,
    )


def protocol_stops() -> tuple[str, ...]:
    """What ends any test at once, measures too."""
    return tuple(capital(one) for one in shipped().safety.stop_test_if)


def _measure(kind: MeasureKind, unit: LengthUnit) -> MeasureRow:
    return MeasureRow(
        id=kind.id,
        name=kind.label,
        about=". ".join(_about(kind, unit)),
        unit=unit_words(kind, unit).strip(),
        sided=kind.sided,
        places=kind.places,
        names=tuple(map(str, range(1, kind.places + 1))) if kind.stages > 1 else (),
        ticks=tuple(_ticks(kind)),
        questions=tuple(kind.key_questions.values()),
        areas=kind.id == PAIN,
    )


def _about(kind: MeasureKind, unit: LengthUnit) -> Iterator[str]:
    """“Weight-bearing lunge. Best of 3. Usual is 1 to 20 cm”, the words of its page on screen."""
    if kind.detail:
        yield kind.detail
    if kind.take.trials > 1:
        yield f"{kind.take.use.capitalize()} of {kind.take.trials}"
    if kind.stages > 1:
        yield f"Seconds held in positions 1 to {kind.stages}"
    if kind.take.skip_from_age:
        yield f"Left out from {kind.take.skip_from_age} years on"
    low, high = (shown(kind, value, unit) for value in kind.plausible)
    yield f"Usual is {low} to {high}{unit_words(kind, unit)}"


def _ticks(kind: MeasureKind) -> Iterator[str]:
    yield from (capital(way.replace("_", " ")) for way in kind.take.ways)
    if kind.take.arms:
        yield "Arms were used: counts as 0"
    yield from (f"{metres:g} m timed" for metres in kind.take.metres)
