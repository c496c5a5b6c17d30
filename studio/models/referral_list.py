"""The list of referrals, a page at a time: the open ones by the day they are due, all others the newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Executable, Select, bindparam, func, select, tuple_

from ..extensions import db
from .clients import search_words
from .referral_clocks import TARGETS
from .referrals import Kind, Referral, State
from .therapists import Therapist

PAGE = 25
FEW = 5
MOST_ROWS = 10_000
PARTS = 4


class Show(StrEnum):
    """Which of them: the tabs above the list."""

    open = "open"
    inquiries = "inquiries"
    declined = "declined"
    no_response = "no_response"
    all = "all"


@dataclass(frozen=True)
class Wanted:
    """What the address asks for."""

    show: Show = Show.open
    therapist: int | None = None
    text: str = ""

    @property
    def in_address(self) -> dict[str, str]:
        """The same as arguments of an address, what is usual left out."""
        parts = {"show": "" if self.show is Show.open else self.show.value, "name": self.text}
        return {name: value for name, value in parts.items() if value} | (
            {"therapist": str(self.therapist)} if self.therapist else {}
        )


class Row(NamedTuple):
    """What the list shows of a referral: contact data, state and urgency, nothing of health."""

    id: int
    kind: Kind
    reference: str
    person: dict[str, Any]
    sender: dict[str, Any]
    state: State
    since: datetime
    due_on: date | None
    urgent: bool
    received_at: datetime
    client_id: int | None

    @property
    def name(self) -> str:
        return str(self.person.get("name", ""))

    @property
    def from_whom(self) -> str:
        """Who sends, with the clinic; “asked themselves” for an inquiry."""
        if self.kind is Kind.inquiry:
            return "asked themselves"
        return ", ".join(filter(None, (self.sender.get("name", ""), self.sender.get("clinic", ""))))

    @property
    def to_do(self) -> str:
        return to_do(self.state)

    def overdue(self, today: date) -> bool:
        return self.due_on is not None and self.due_on < today


COLUMNS = tuple(getattr(Referral, name) for name in Row._fields)


@dataclass(frozen=True)
class Page:
    """Some referrals, and the id of the last one when more follow."""

    rows: list[Row]
    after: int | None


def to_do(state: State) -> str:
    """What is next in this state: “call”; empty when it waits for nobody."""
    return TARGETS[state].to_do if state in TARGETS else ""


def referrals(wanted: Wanted, after: int | None = None) -> Page:
    """A page of the list, those behind referral `after`."""
    query = _sorted(wanted)
    last = db.session.get(Referral, after) if after is not None else None
    if last is not None and wanted.show is Show.open and last.due_on is not None:
        query = query.where(tuple_(Referral.due_on, Referral.id) > tuple_(last.due_on, last.id))
    elif last is not None and wanted.show is not Show.open:
        query = query.where(tuple_(Referral.received_at, Referral.id) < tuple_(last.received_at, last.id))
    found = [Row(*row) for row in db.session.execute(query.limit(PAGE + 1))]
    return Page(found[:PAGE], found[PAGE - 1].id if len(found) > PAGE else None)


def sent_for(client_id: int) -> Row | None:
    """The referral that a client came by last."""
    mine = select(*COLUMNS).where(Referral.client_id == client_id).order_by(Referral.id.desc()).limit(1)
    found = db.session.execute(mine).first()
    return Row(*found) if found else None


def counts() -> dict[str, int]:
    """How many stand under each tab that is worked through, whatever else is asked for."""
    counted = Referral.state.in_([state for state in State if state is not State.finished])
    rows = db.session.execute(select(Referral.state, func.count()).where(counted).group_by(Referral.state))
    by_state = dict(rows.all())
    opened = sum(number for state, number in by_state.items() if state.open)
    closed = {state.value: by_state.get(state, 0) for state in (State.declined, State.no_response)}
    return {"open": opened, **closed}


def senders() -> list[tuple[int, str]]:
    """The therapists one can ask for, by name."""
    rows = select(Therapist.id, Therapist.name, Therapist.clinic).where(Therapist.archived_at.is_(None))
    found = db.session.execute(rows.where(Therapist.merged_into_id.is_(None)).order_by(Therapist.sort_name))
    return [(id_, ", ".join(filter(None, names))) for id_, *names in found]


def soonest(until: date) -> list[Row]:
    """The few that are due first, up to that day, for Today."""
    return [Row(*row) for row in db.session.execute(_soonest(), {"until": until})]


def csv_rows(wanted: Wanted, zone_day: Any) -> Iterator[tuple[object, ...]]:
    """The same list whole, with a head; `zone_day` gives the studio's day of a moment."""
    yield (
        "Reference", "Kind", "Received", "State", "Since", "Due", "Urgent", "Name", "Phone", "E-mail", "Birth year",
        "Sent by", "Clinic",
    )  # fmt: skip
    for found in db.session.execute(_sorted(wanted).limit(MOST_ROWS)):
        row = Row(*found)
        yield (
            row.reference,
            row.kind.value,
            zone_day(row.received_at),
            row.state.label,
            zone_day(row.since),
            row.due_on or "",
            "yes" if row.urgent else "",
            row.name,
            row.person.get("phone") or "",
            row.person.get("email") or "",
            row.person.get("birth_year") or "",
            row.sender.get("name") or "",
            row.sender.get("clinic") or "",
        )


def _sorted(wanted: Wanted) -> Select[Any]:
    query = select(*COLUMNS)
    for word in search_words(wanted.text)[:PARTS]:
        query = query.where(Referral.found_by.contains(word, autoescape=True))
    if wanted.therapist:
        query = query.where(Referral.therapist_id == wanted.therapist)
    if wanted.show is Show.open:
        return query.where(Referral.due_on.is_not(None)).order_by(Referral.due_on, Referral.id)
    if wanted.show in (Show.declined, Show.no_response):
        query = query.where(Referral.state == State(wanted.show.value))
    elif wanted.show is Show.inquiries:
        query = query.where(Referral.kind == Kind.inquiry)
    return query.order_by(Referral.received_at.desc(), Referral.id.desc())


@cache
def _soonest() -> Executable:
    return select(*COLUMNS).where(Referral.due_on <= bindparam("until")).order_by(Referral.due_on).limit(FEW)
