"""How a test is done, in the words of the tables: when to stop, where to stand, what to do, in which other forms."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..ces.protocols import Compensation, Protocol
from .board_words import figures, label_of
from .finding_words import capital
from .tables import shipped


@dataclass(frozen=True)
class Row:
    """What is judged in a test, and what is called mild and marked."""

    id: str
    label: str
    has_sides: bool
    look_for: str
    mild: str
    marked: str


@dataclass(frozen=True)
class ProtocolPage:
    """One test; `stops` ends every test, `minds` belongs to this one. `ways` and `forms` are (name, words);
    `rows` are what is judged in it."""

    id: str
    label: str
    purpose: str
    stops: tuple[str, ...]
    minds: tuple[str, ...]
    ways: tuple[tuple[str, str], ...]
    forms: tuple[tuple[str, str], ...]
    disagreements: str
    sources: tuple[str, ...]
    rows: tuple[Row, ...]


def protocol_page(protocol_id: str) -> ProtocolPage | None:
    """The page of a test; None when there is no such test."""
    cat = shipped()
    protocol = cat.protocols.get(protocol_id)
    if protocol is None:
        return None
    return ProtocolPage(
        id=protocol.id,
        label=label_of(protocol.id),
        purpose=protocol.purpose,
        stops=_lines(cat.safety.stop_test_if),
        minds=_lines(protocol.safety),
        ways=tuple(_ways(protocol)),
        forms=tuple((form.label, _line(form.how)) for form in protocol.variants),
        disagreements=protocol.disagreements,
        sources=tuple(cat.sources[one].title for one in protocol.sources),
        rows=tuple(_row(cat.compensations[one]) for one in protocol.compensations),
    )


def _ways(protocol: Protocol) -> Iterable[tuple[str, str]]:
    said = {
        "Equipment": ", ".join(protocol.equipment),
        "Stance": protocol.stance,
        "Movement": protocol.movement,
        "Repetitions": protocol.reps,
        "Tempo": protocol.tempo,
    }
    return ((name, _line(words)) for name, words in said.items() if words not in ("", "n/a"))


def _row(one: Compensation) -> Row:
    return Row(one.id, one.label, one.has_sides, figures(one.look_for), figures(one.mild), figures(one.marked))


def _lines(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(_line(one) for one in words)


def _line(words: str) -> str:
    """A note of the tables as a sentence."""
    return capital(words.strip().rstrip(".")) + "."
