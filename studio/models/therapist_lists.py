"""The directory of therapists: narrowed by words and by what stands between us, a page at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, tuple_

from ..clock import local, utcnow
from ..extensions import db
from .clients import search_words
from .letters import Letter
from .outreach import Outreach
from .referrals import Kind, Referral
from .therapists import Therapist

PAGE = 25
QUIET = timedelta(days=90)
SHOWS = {
    "": "Everybody",
    "due": "Next step due",
    "referring": "Referred in the last 90 days",
    "quiet": "Referred before, not in 90 days",
    "never": "Never referred",
    "archived": "Archived",
}


@dataclass(frozen=True)
class Narrowed:
    """What of the directory is asked for: words, one of `SHOWS`, a profession; the list and its file ask alike."""

    text: str = ""
    show: str = ""
    profession: str = ""

    @property
    def address(self) -> dict[str, str]:
        """The same as values for an address, without the empty ones."""
        values = {"words": self.text, "show": self.show, "profession": self.profession}
        return {name: value for name, value in values.items() if value}


@dataclass(frozen=True)
class Row:
    """A therapist with what has been between us; `contact` is the last time either wrote, called or came."""

    therapist: Therapist
    referrals: int = 0
    referred: date | None = None
    contact: date | None = None


@dataclass(frozen=True)
class Page:
    """Some of the directory, and the id of the last one when more follow."""

    rows: list[Row]
    after: int | None


def page_of(narrowed: Narrowed, *, on: date, zone: str, after: int | None = None) -> Page:
    """By name, who is due first by their date; those behind therapist `after`."""
    key = _key(narrowed)
    query = _query(narrowed, on).order_by(*key)
    last = db.session.get(Therapist, after) if after is not None else None
    if last is not None and all(getattr(last, column.key) is not None for column in key):
        query = query.where(tuple_(*key) > tuple_(*(getattr(last, column.key) for column in key)))
    found = list(db.session.scalars(query.limit(PAGE + 1)))
    shown = found[:PAGE]
    return Page(_rows(shown, zone), shown[-1].id if len(found) > PAGE else None)


def all_of(narrowed: Narrowed, *, on: date, zone: str) -> Iterator[Row]:
    """Everybody that fits, for a file; read a few hundred at a time."""
    found = list(db.session.scalars(_query(narrowed, on).order_by(*_key(narrowed))))
    for start in range(0, len(found), 500):
        yield from _rows(found[start : start + 500], zone)


def named(text: str, limit: int = 8) -> list[Therapist]:
    """Those that fit these words, archived ones too."""
    query = select(Therapist).where(Therapist.merged_into_id.is_(None))
    for part in _parts(text):
        query = query.where(Therapist.search.contains(part, autoescape=True))
    return list(db.session.scalars(query.order_by(Therapist.sort_name, Therapist.id).limit(limit)))


def professions() -> list[str]:
    """Those that are on file, for the search."""
    query = select(Therapist.profession).where(Therapist.profession != "", Therapist.merged_into_id.is_(None))
    return list(db.session.scalars(query.distinct().order_by(Therapist.profession).limit(50)))


def _key(narrowed: Narrowed) -> tuple[Any, ...]:
    return (Therapist.next_on, Therapist.id) if narrowed.show == "due" else (Therapist.sort_name, Therapist.id)


def _query(narrowed: Narrowed, on: date) -> Select[Therapist]:
    archived = narrowed.show == "archived"
    query = select(Therapist).where(
        Therapist.merged_into_id.is_(None),
        Therapist.archived_at.is_not(None) if archived else Therapist.archived_at.is_(None),
    )
    for part in _parts(narrowed.text):
        query = query.where(Therapist.search.contains(part, autoescape=True))
    if narrowed.profession:
        query = query.where(Therapist.profession == narrowed.profession)
    for condition in _shown(narrowed.show, on):
        query = query.where(condition)
    return query


def _parts(text: str) -> list[str]:
    """The words typed; a number is one word, without the nought it begins with at home."""
    if any(c.isalpha() for c in text):
        return search_words(text)[:6]
    digits = "".join(c for c in text if c.isdecimal()).lstrip("0")
    return [digits] if digits else []


def _shown(show: str, on: date) -> list[ColumnElement[bool]]:
    mine = select(Referral.id).where(Referral.therapist_id == Therapist.id, Referral.kind == Kind.referral)
    lately = mine.where(Referral.received_at >= utcnow() - QUIET).exists()
    conditions: dict[str, list[ColumnElement[bool]]] = {
        "due": [Therapist.next_on <= on],
        "referring": [lately],
        "quiet": [mine.exists(), ~lately],
        "never": [~mine.exists()],
    }
    return conditions.get(show, [])


def _rows(therapists: list[Therapist], zone: str) -> list[Row]:
    ids = [one.id for one in therapists]
    sent = select(Referral.therapist_id, func.count(), func.max(Referral.received_at)).where(
        Referral.therapist_id.in_(ids), Referral.kind == Kind.referral
    )
    referred = {id: (number, last) for id, number, last in db.session.execute(sent.group_by(Referral.therapist_id))}
    outreach = select(Outreach.therapist_id, func.max(Outreach.on)).where(
        Outreach.therapist_id.in_(ids), Outreach.removed_at.is_(None)
    )
    met = dict(db.session.execute(outreach.group_by(Outreach.therapist_id)).all())
    letters = select(Letter.therapist_id, func.max(Letter.released_at)).where(Letter.therapist_id.in_(ids))
    wrote = dict(db.session.execute(letters.group_by(Letter.therapist_id)).all())
    rows = []
    for one in therapists:
        number, last = referred.get(one.id, (0, None))
        days = (_day(last, zone), met.get(one.id), _day(wrote.get(one.id), zone))
        rows.append(Row(one, number, days[0], max((day for day in days if day), default=None)))
    return rows


def _day(moment: datetime | None, zone: str) -> date | None:
    return local(moment, zone).date() if moment else None
