"""Files of clients: what each line would do to the book. An empty cell changes nothing."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from ...clock import utcnow
from ...extensions import db
from ...models.client_history import differences
from ...models.client_numbers import ClientNumber
from ...models.clients import Client, plain
from ...models.imports import ALIKE, CHANGED, NEW, SAME, WRONG
from ...models.studios import the_studio
from ...models.users import Role, User, user_names
from ...phones import written
from .. import clients
from . import client_cells
from .client_cells import COLUMNS, NAMES, NUMBER, SINCE
from .client_match import Person, alike, in_the_book, keys_of, person_of, same
from .kinds import Change, Judged, Kind, Known, Row


class ClientBook:
    """The book as far as lines ask for it; lines join as they are read."""

    def __init__(self) -> None:
        studio = the_studio()
        self.country = studio.country if studio else ""
        self.zone = ZoneInfo(studio.time_zone if studio else "UTC")
        self.readers = client_cells.readers()
        self.coaches = user_names()
        self.lines: Known[Person] = Known()
        self.taken: dict[int, int] = {}

    def judge(self, rows: Sequence[Row]) -> list[Judged]:
        read = [(row, *client_cells.read(row.cells, self.readers)) for row in rows]
        book = in_the_book(person_of(values, 0) for _, values, problems in read if not problems)
        return [self._judge(row, values, problems, book) for row, values, problems in read]

    def take(self, lines: Sequence[Judged], *, by: User) -> None:
        new = [line for line in lines if line.verdict in (NEW, ALIKE)]
        made = clients.create_many([_columns(line.values) | self._since(line.values) for line in new], by=by)
        for line in lines:
            if line.verdict == CHANGED:
                clients.change(line.row, _columns(line.values), seen=line.row.revision, by=by)
        numbered = [(client_id, line.values) for client_id, line in zip(made, new, strict=True)]
        numbered += [(line.row.id, line.values) for line in lines if line.verdict == CHANGED]
        keep_numbers([(client_id, values[NUMBER]) for client_id, values in numbered if values.get(NUMBER)])

    def _judge(self, row: Row, values: dict[str, Any], problems: list[str], book: Known[Person]) -> Judged:
        who = row.cells.get("name", "")[:240]
        if problems:
            return Judged(row.line, WRONG, who, problems=tuple(problems))
        person = person_of(values, row.line)
        found = same(person, book)
        client = found.client if found else None
        earlier = same(person, self.lines)
        line = earlier.line if earlier else self.taken.get(client.id, 0) if client else 0
        if line:
            twice = f"Line {line} is the same person. Keep one of the two lines"
            return Judged(row.line, WRONG, who, problems=(twice,))
        likely = [] if client else alike(person, book, self.lines)
        self.lines.add(keys_of(person), person)
        if client is not None:
            self.taken[client.id] = row.line
            changes = self._changes(client, values, found)
            verdict = CHANGED if changes else SAME
            return Judged(row.line, verdict, who, self._told(values), (), changes, client, client.id, values)
        if likely:
            return Judged(row.line, ALIKE, who, self._told(values), tuple(_likely(likely)), values=values)
        return Judged(row.line, NEW, who, self._told(values), values=values)

    def _changes(self, client: Client, values: dict[str, Any], found: Person | None) -> tuple[Change, ...]:
        before = client.values()
        after = before | {column: plain(value) for column, value in _columns(values).items()}
        told = differences(before, after, country=self.country, coaches=self.coaches)
        changes = [(one.label, one.before, one.after) for one in told]
        number = values.get(NUMBER)
        if number and found and number not in found.numbers:
            changes.append((COLUMNS[NUMBER], ", ".join(sorted(found.numbers)) or "nothing", number))
        return tuple(changes)

    def _since(self, values: dict[str, Any]) -> dict[str, datetime]:
        """When somebody new came, as another program knew it: the owner's figures count people by that."""
        day = values.get(SINCE)
        return {"created_at": datetime.combine(day, time(12), self.zone)} if day else {}

    def _told(self, values: dict[str, Any]) -> str:
        phone = written(values["phone"], self.country) if values.get("phone") else ""
        return " · ".join(filter(None, (values.get(NUMBER), values.get("email"), phone)))


def keep_numbers(numbers: Sequence[tuple[int, str]]) -> None:
    """Keep what another program calls clients, inside the caller's `write()`; one that is known stays whose it is."""
    asked = ClientNumber.number.in_([number for _, number in numbers])
    known = {*db.session.scalars(select(ClientNumber.number).where(asked))}
    now, new = utcnow(), {number: client_id for client_id, number in numbers if number not in known}
    if new:
        rows = [{"client_id": client_id, "number": number, "at": now} for number, client_id in new.items()]
        db.session.execute(insert(ClientNumber), rows)


def _columns(values: dict[str, Any]) -> dict[str, Any]:
    return {column: value for column, value in values.items() if column not in (NUMBER, SINCE)}


def _likely(found: Sequence[tuple[Person, tuple[str, ...]]]) -> list[str]:
    return [
        f"Looks like {one.shown}{f' on line {one.line}' if one.line else ''}: {', '.join(reasons)}"
        for one, reasons in found[:2]
    ]


CLIENTS = Kind(
    key="clients",
    title="Clients",
    lede="Names, how to reach them, and what their record says",
    labels=COLUMNS,
    names=NAMES,
    needed="name",
    examples=(
        {
            NUMBER: "1001",
            "name": "Anna Example",
            "phone": "+44 7400 123456",
            "email": "anna@example.com",
            "birth_date": "1984-03-12",
            "language": "English",
            "floor_transfer": "yes",
            "equipment": "Mat, Foam roller",
        },
        {NUMBER: "1002", "name": "Bernd Example", "email": "bernd@example.com"},
    ),
    hints=(
        "The first line names the columns; only “Name” must be there.",
        "“Client number” is what your other program calls them. It is kept, so that they are found again.",
        "Without it they are found by e-mail, or by their name with birth date or phone.",
        "An empty cell changes nothing. “Client since” counts for people who are new here.",
    ),
    roles=frozenset((Role.owner, Role.coach)),
    place="clients",
    back=("Clients", "clients.index"),
    book=ClientBook,
)
