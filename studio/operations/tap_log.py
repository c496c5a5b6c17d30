"""The statements of the tap path: few, and without the ORM's session, because taps come often and tablets wait."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import CursorResult, Executable, and_, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from ..extensions import db
from ..models.assessments import TAKES_TAPS, Answer, Assessment, Recording, State, Tap
from ..models.fields import Stated
from ..models.stations import parts_of, station_of, views_of
from ..models.users import User


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for a field; `revision` is the id of the tap that said so, `by` who tapped it."""

    stated: Stated
    revision: int
    user_id: int
    device: str
    by: str


class Locked(Exception):
    """The assessment takes no taps: it is complete, or voided."""

    def __init__(self, state: State):
        super().__init__(state.value)
        self.state = state


@dataclass(frozen=True, slots=True)
class Place:
    """A recording as the tap path needs it."""

    id: int
    view: str
    place: int


@dataclass(frozen=True, slots=True)
class Book:
    """What is locked: the recordings by station, what stands in them by station and field, and where the coach is."""

    here: str
    places: dict[str, Place]
    state: dict[tuple[str, str], Standing]


def lock(assessment_id: int, fields: Collection[str], since: int) -> Book:
    """What stands for these fields, and what changed since a revision; raises Locked.

    On PostgreSQL the row's lock does what IMMEDIATE does on SQLite.
    """
    values = {"assessment": assessment_id, "fields": list(fields), "since": since}
    rows = _run(_state_statement(), values).all()
    if rows[0].state not in TAKES_TAPS:
        raise Locked(rows[0].state)
    book = Book(rows[0].here, {}, {})
    for row in rows:
        station = station_of(row.protocol, row.variant)
        book.places[station] = Place(row.id, row.view, row.place)
        if row.field:
            stated = Stated(row.value, tuple(filter(None, row.views.split(","))))
            standing = Standing(stated, row.revision, row.user_id, row.device, row.name)
            book.state[station, row.field] = standing
    return book


def begin(assessment_id: int, station: str, book: Book) -> None:
    """Add the recording of a station: a variant beside its test, another test at the end."""
    protocol, variant = parts_of(station)
    beside = book.places.get(protocol)
    place = beside.place if beside else 1 + max((one.place for one in book.places.values()), default=-1)
    view = views_of(station)[0]
    row = {"assessment_id": assessment_id, "protocol": protocol, "variant": variant, "view": view, "place": place}
    book.places[station] = Place(_run(_recording_statement(), row).scalar_one(), view, place)


def known(keys: Sequence[str], book: Book, since: int) -> dict[str, dict[str, Any]]:
    """By key: the payload and outcome of those used before, and the taps that came too late since a revision."""
    values = {"keys": list(keys), "recordings": [one.id for one in book.places.values()], "since": since}
    return {row["key"]: dict(row) for row in _run(_known_statement(), values).mappings()}


def keep(taps: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Insert taps in their order and give the id of each key."""
    return {row.key: row.id for row in _run(_tap_statement(), taps)} if taps else {}


def stand(book: Book, changed: Collection[tuple[str, str]]) -> None:
    """Put the answers as they stand after a batch."""
    rows = [
        {
            "recording_id": book.places[station].id,
            "field": field,
            "value": one.stated.value,
            "views": ",".join(one.stated.views),
            "revision": one.revision,
            "user_id": one.user_id,
            "device": one.device,
        }
        for station, field in changed
        for one in [book.state[station, field]]
    ]
    if rows:
        _run(_answer_statement(db.engine.dialect.name), rows)


def whereabouts(assessment_id: int) -> Book:
    """Where the coach is, without what stands."""
    rows = _run(_place_statement(), {"assessment": assessment_id}).all()
    places = {station_of(row.protocol, row.variant): Place(row.id, row.view, row.place) for row in rows}
    return Book(rows[0].here if rows else "", places, {})


def be_at(assessment_id: int, book: Book, station: str, view: str) -> None:
    """Remember where the coach is, so that the board opens there again."""
    place = book.places[station]
    if station != book.here:
        db.session.execute(update(Assessment).where(Assessment.id == assessment_id).values(here=station))
    if view != place.view:
        db.session.execute(update(Recording).where(Recording.id == place.id).values(view=view))


def _run(statement: Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> CursorResult[Any]:
    """Straight to the transaction's connection, past the session's bookkeeping."""
    return db.session.connection().execute(statement, values)


# Building a statement costs more than running it: each is built once.


@cache
def _state_statement() -> Executable:
    said = (Answer.field, Answer.value, Answer.views, Answer.revision, Answer.user_id, Answer.device, User.name)
    asked = Answer.field.in_(bindparam("fields", expanding=True)) | (Answer.revision > bindparam("since"))
    where = (Recording.id, Recording.protocol, Recording.variant, Recording.view, Recording.place)
    return (
        select(Assessment.state, Assessment.here, *where, *said)
        .select_from(Assessment)
        .join(Recording, Recording.assessment_id == Assessment.id)
        .outerjoin(Answer, and_(Answer.recording_id == Recording.id, asked))
        .outerjoin(User, User.id == Answer.user_id)
        .where(Assessment.id == bindparam("assessment"))
        .with_for_update(of=Assessment)
    )


@cache
def _place_statement() -> Executable:
    where = (Recording.id, Recording.protocol, Recording.variant, Recording.view, Recording.place)
    found = select(Assessment.here, *where).join(Recording, Recording.assessment_id == Assessment.id)
    return found.where(Assessment.id == bindparam("assessment"))


@cache
def _recording_statement() -> Executable:
    return insert(Recording).returning(Recording.id)


@cache
def _known_statement() -> Executable:
    said = (Tap.key, Tap.recording_id, Tap.user_id, Tap.field, Tap.value, Tap.view, Tap.outcome)
    here, late = Tap.recording_id.in_(bindparam("recordings", expanding=True)), Tap.outcome == "conflict"
    asked = Tap.key.in_(bindparam("keys", expanding=True)) | and_(here, Tap.id > bindparam("since"), late)
    return select(Tap.id, *said, Tap.device, User.name).join(User, User.id == Tap.user_id).where(asked).order_by(Tap.id)


@cache
def _tap_statement() -> Executable:
    return insert(Tap).returning(Tap.key, Tap.id)


@cache
def _answer_statement(dialect: str) -> Executable:
    """Both databases know ON CONFLICT; SQLAlchemy spells it once for each."""
    new: Any = (sqlite if dialect == "sqlite" else postgresql).insert(Answer)
    columns = {name: new.excluded[name] for name in ("value", "views", "revision", "user_id", "device")}
    return new.on_conflict_do_update(index_elements=["recording_id", "field"], set_=columns)  # type: ignore[no-any-return]
