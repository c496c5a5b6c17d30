"""A line of the engine as the JSON of a row, and back."""

from dataclasses import asdict
from typing import Any

from ..ces.exercises import Dose, Tempo
from ..ces.prescription import Caution, Line, Substitute
from ..ces.reasoning import Because
from ..ces.steering import Change, Steer


def dump(line: Line) -> dict[str, Any]:
    """The line under the keys of `studio analyse`."""
    return asdict(line)


def load(stored: dict[str, Any]) -> Line:
    """The line of a stored row; whatever was not stored takes its usual value."""
    return Line(
        phase=stored["phase"],
        exercise=stored["exercise"],
        targets=tuple(stored["targets"]),
        side=stored["side"],
        first=stored.get("first"),
        dose=_dose(stored["dose"]),
        seconds=stored["seconds"],
        because=tuple(load_because(reason) for reason in stored.get("because", ())),
        cautions=tuple(Caution(**caution) for caution in stored.get("cautions", ())),
        show_first=stored.get("show_first", True),
        substitutes=tuple(Substitute(**instead) for instead in stored.get("substitutes", ())),
        exact=stored.get("exact", True),
        rank=stored.get("rank", 0),
        steer=_steer(stored["steer"]) if stored.get("steer") else None,
        extra=stored.get("extra"),
    )


def load_because(stored: dict[str, Any]) -> Because:
    """One stored reason."""
    return Because(**{**stored, "listed_in": tuple(stored["listed_in"])})


def _steer(stored: dict[str, Any]) -> Steer:
    return Steer(stored["move"], tuple(Change(**change) for change in stored["changes"]), stored["text"])


def _dose(stored: dict[str, Any]) -> Dose:
    pairs = {name: tuple(stored[name]) for name in ("per_week", "rep_range") if stored.get(name)}
    tempo = Tempo(**stored["tempo"]) if stored.get("tempo") else None
    return Dose(**{**stored, **pairs, "tempo": tempo})
