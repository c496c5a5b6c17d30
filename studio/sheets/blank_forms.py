"""Paper forms to fill in by hand, each in the order of the page that it is entered on afterwards."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.shared import Paper, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Whose form it is; without a client name and day are lines for the pen."""

    studio: StudioCard
    client: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A row of a test: something that may be seen, judged 0 to 2 on each side or once."""

    number: int
    compensation: str
    """Finds the picture, is never printed."""
    label: str
    sided: bool
    toward: str = ""
    """“toward”, “higher on the”: the side says a direction, and only one of them is marked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LooksFrom:
    """A view with its rows; those of `more` are shut on the screen until they are opened."""

    title: str
    rows: tuple[Look, ...]
    more: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """What mild and marked look like for one thing that may be seen."""

    label: str
    mild: str
    marked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardForm:
    """One assessment by eye; `mild` and `marked` hold for all rows but those of `amounts`."""

    id: str
    title: str
    how: tuple[tuple[str, str], ...]
    stops: tuple[str, ...]
    minds: tuple[str, ...]
    views: tuple[LooksFrom, ...]
    mild: str
    marked: str
    amounts: tuple[Amounts, ...] = ()
    depths: tuple[str, ...] = ()
    again: tuple[tuple[str, str], ...] = ()
    """Modified forms: their name, and what the client does differently."""
    pain_says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureRow:
    """A measure: `places` numbers for each side; `names` says what each is, where they are no trials."""

    id: str
    name: str
    about: str
    unit: str
    sided: bool
    places: int
    names: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    areas: bool = False
    """It is asked for any area of the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresForm:
    """Numbers taken on a client; `spare` rows are for measures that are added on the day."""

    id: str
    title: str
    stops: tuple[str, ...]
    rows: tuple[MeasureRow, ...]
    spare: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is asked after a yes: choices to tick, one of them or many; `after` names what it depends on."""

    words: str
    choices: tuple[str, ...]
    one: bool
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with its two answers; `areas` lines ask where, and `each` of them the rest."""

    number: int
    words: str
    yes: str = "Yes"
    no: str = "No"
    asks: tuple[Ask, ...] = ()
    areas: int = 0
    each: bool = False
    strength: bool = False
    """Of an area it is asked how strong, since when and what sets it off."""
    note: str = ""
    details: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsForm:
    """Questions in their order, and a last one with lines to write on."""

    id: str
    title: str
    lead: str
    questions: tuple[Question, ...]
    last: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentForm:
    """The text in force with a box for each purpose (its words, a note, is it needed) and lines to sign on."""

    id: str
    title: str
    version: int
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    lead: str
    ticks: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TickLog:
    """Exercise by day: names where a client has a programme, lines to write them on where not."""

    id: str
    title: str
    lines: tuple[str, ...]
    weeks: int
    key: tuple[tuple[str, str], ...]


Form = BoardForm | MeasuresForm | QuestionsForm | ConsentForm | TickLog


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSet:
    """Some forms for one client, printed as one document."""

    head: Head
    title: str
    forms: tuple[Form, ...]
    paper: Paper = "A4"
    lang: str = "en"
