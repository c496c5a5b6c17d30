"""The tests of an assessment as the strip over the board shows them, and which comes next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..ces.batteries import MEASURES, Battery, Station, fitting
from ..ces.case import Pain
from .assessments import Assessment, Recording
from .board import NOTHING, Board, board_of
from .board_words import area_words, count_words, label_of
from .cases import newest_findings
from .clients import Client
from .fields import NOT_TESTED, UNRATED, UNSTATED, WHOLE, Answers
from .readiness import held
from .stations import parts_of
from .tables import in_use, shipped

FALLEN = "screen_9"  # a fall in the last year, or unsteady: the older-adult path


@dataclass(frozen=True, slots=True)
class Stop:
    """One test of the assessment; the measures have no board here."""

    station: str
    label: str
    note: str
    done: bool
    board: Board | None = None


def stops_of(assessment: Assessment, resting: Mapping[str, str] = NOTHING) -> tuple[Stop, ...]:
    """Every test in its order, with what stands; a pain stated in one holds rows of all, as do regions `resting`."""
    answers = {one.station: one.stated for one in assessment.recordings}
    return tuple(
        _stop(one, assessment, answers, resting) for one in assessment.recordings if one.station in shipped().stations
    )


def resting_words(pains: Iterable[Pain]) -> dict[str, str]:
    """What to say by region: "left knee is not cleared"."""
    places = {one.region: f"{one.region}.{one.side or 'mid'}.{UNRATED}" for one in pains}
    return {region: f"{area_words(place, shipped())} is not cleared" for region, place in places.items()}


def after(stops: tuple[Stop, ...], station: str) -> Stop | None:
    """The next test with something to do, in their order and round again."""
    at = [one.station for one in stops].index(station) + 1
    return next((one for one in (*stops[at:], *stops[: at - 1]) if not one.done), None)


def missing(assessment: Assessment) -> list[str]:
    """The tests that could be added."""
    there = {one.station for one in assessment.recordings}
    return [one for one in shipped().stations if one not in there]


def _stop(
    recording: Recording, assessment: Assessment, answers: Mapping[str, Answers], resting: Mapping[str, str]
) -> Stop:
    station = recording.station
    if station == MEASURES:
        return _measures(assessment, answers[station])
    elsewhere = [
        said.value
        for other, stated in answers.items()
        if parts_of(other)[0] != station
        for field, said in stated.items()
        if field.startswith("pain:") and said.value
    ]
    board = board_of(recording.protocol, recording.variant, answers[station], elsewhere, answers, resting)
    return Stop(station, label_of(station), _note(board), board.done, board)


def _note(board: Board) -> str:
    if board.views[0].whole.lit:
        return "not tested"
    if board.pains:
        return "stopped"
    found = len({row.code for view in board.views for row in view.rows if row.found})
    if board.done:
        return count_words(found, "finding", "findings") if found else "clean"
    begun = sum(1 for view in board.views if view.done)
    return f"{begun} of {len(board.views)} views" if begun else "to do"


def _measures(assessment: Assessment, stated: Answers) -> Stop:
    """Done when each measure of the battery has a value, hurt, or was left out."""
    taken = {field.split(":")[1] for field, said in stated.items() if field.startswith(("m:", "pain:")) and said.value}
    battery = shipped().batteries.get(assessment.battery)
    wanted = set(battery.measures) if battery else set()
    skipped = stated.get(WHOLE, UNSTATED).value == NOT_TESTED
    done = skipped or (bool(taken) and wanted <= taken)
    asked = len(wanted | taken)
    note = "not tested" if skipped else f"{len(taken)} of {asked}" if taken and not done else str(len(taken) or "to do")
    return Stop(MEASURES, label_of(MEASURES), note, done)


@dataclass(frozen=True, slots=True)
class Preset:
    """A battery as it is offered: each test with its name, its minutes, and whether it is ticked."""

    battery: Battery
    tests: tuple[tuple[Station, int, bool], ...]
    measures: tuple[str, ...]
    first: bool


def presets(client: Client, on: date) -> list[Preset]:
    """All batteries, the one that fits this client first."""
    cat, answers = in_use(), held(client.id, on)
    fallen = answers is not None and any(one.item == FALLEN and one.value for one in answers.value.answers)
    fits = fitting(client.age(on), fallen=fallen, seen_before=newest_findings(client.id) is not None)
    return sorted(
        (
            Preset(
                one,
                tuple(_offer(cat.stations[name], one) for name in (*one.stations, *one.optional)),
                tuple(_in_a_list(cat.measures[name].name) for name in one.measures),
                one.id == fits,
            )
            for one in cat.batteries.values()
        ),
        key=lambda preset: not preset.first,
    )


def _in_a_list(name: str) -> str:
    """A measure's name among others: without what stands in brackets, small unless it begins with an abbreviation."""
    word = name.partition(" (")[0]
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]


def _offer(station: Station, battery: Battery) -> tuple[Station, int, bool]:
    minutes = station.minutes * (len(battery.measures) if station.id == MEASURES else 1)
    return station, minutes, station.id in battery.stations
