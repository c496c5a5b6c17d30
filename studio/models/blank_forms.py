"""The paper forms there are: one for everything that is entered on a screen, and the tests of a battery as a set."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import cast

from ..ces.batteries import MEASURES, Battery
from ..ces.units import LengthUnit
from ..sheets import Paper
from ..sheets.blank_forms import Form, FormSet, Head
from .blank_questions import consent_form, readiness_form, red_flags_form, tick_log
from .blank_tests import board_form, measures_form
from .board_words import label_of
from .clients import Client
from .programmes import Setting, programme_in
from .sheets_home import studio_card
from .studios import Studio
from .tables import in_use, shipped
from .texts import current


@dataclass(frozen=True)
class Offer:
    """One form that can be printed; `about` says what is in it."""

    id: str
    title: str
    about: str = ""


@dataclass(frozen=True)
class Shelf:
    """Forms that belong together."""

    id: str
    title: str
    offers: tuple[Offer, ...]


QUESTIONS = (
    Offer("readiness", "Before training", "The ten questions with room for details"),
    Offer("red-flags", "Red flags", "What the coach asks after a yes"),
    Offer("consent", "Consent", "The text in force, with lines to sign on"),
)
LOG = Offer("tick-log", "Tick log", "Exercise by day, four weeks")


def shelves() -> tuple[Shelf, ...]:
    """Every form, in the order of a first hour."""
    cat = shipped()
    return (
        Shelf("questions", "Before an assessment", QUESTIONS),
        Shelf("sets", "All tests of a battery", tuple(_set_offer(one) for one in _sets())),
        Shelf("tests", "One test", tuple(Offer(one, label_of(one)) for one in cat.protocols)),
        Shelf("rest", "Numbers and home", (Offer(MEASURES, label_of(MEASURES), "Every measure there is"), LOG)),
    )


def form_set(name: str, studio: Studio, *, client: Client | None = None, on: date | None = None) -> FormSet | None:
    """The form by that name, for a client on a day or blank; None when there is none."""
    offer = next((one for shelf in shelves() for one in shelf.offers if one.id == name), None)
    if offer is None:
        return None
    head = Head(studio=studio_card(studio), client=client.name if client else "", on=on)
    forms = _forms(name, studio, client, on)
    return FormSet(head=head, title=offer.title, forms=forms, paper=cast(Paper, studio.paper))


def _forms(name: str, studio: Studio, client: Client | None, on: date | None) -> tuple[Form, ...]:
    unit: LengthUnit = "in" if studio.units == "in" else "cm"
    age = client.age(on) if client and on else None
    made: dict[str, Callable[[], Form]] = {
        "readiness": lambda: readiness_form(in_use()),
        "red-flags": lambda: red_flags_form(in_use()),
        "consent": lambda: consent_form(current("consent"), studio),
        "tick-log": lambda: tick_log(_exercises(client), studio_card(studio).phone),
        MEASURES: lambda: measures_form(age=age, unit=unit),
    }
    if name in made:
        return (made[name](),)
    battery = shipped().batteries.get(name)
    if battery is None:
        return (board_form(name),)
    planned = measures_form(battery.measures, age=age, unit=unit)
    return tuple(planned if one == MEASURES else board_form(one) for one in battery.stations)


def _sets() -> tuple[Battery, ...]:
    """The batteries of more than one test."""
    return tuple(one for one in shipped().batteries.values() if len(one.stations) > 1)


def _set_offer(battery: Battery) -> Offer:
    return Offer(battery.id, battery.label, ", ".join(map(label_of, battery.stations)))


def _exercises(client: Client | None) -> tuple[str, ...]:
    """The exercises in the client's hands."""
    programme = programme_in(client.id, Setting.home) if client else None
    issued = programme.issued if programme else None
    return tuple(in_use().exercises[row.exercise].name for row in issued.on_sheet) if issued else ()
