"""Therapists: taken in, changed, put away, and found again when they refer."""

import secrets
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select

from .. import phones
from ..clock import utcnow
from ..extensions import db
from ..models.clients import fold
from ..models.database import write
from ..models.studios import the_studio
from ..models.therapist_names import names_agree
from ..models.therapists import Therapist, TherapistRevision, Way, standing
from ..models.users import User
from .events import record, record_each
from .sheet_codes import house

# Capitals and figures that nobody mistakes for one another, for it is read out on the phone and typed from paper.
SAYABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LINK_LENGTH = 8
SENT = {"name": 120, "profession": 80, "licence": 60, "clinic": 120, "email": 254}

_KINDS: dict[str, Callable[[str], Any]] = {"prefers": Way, "next_on": date.fromisoformat}


class Stale(Exception):
    """`by` saved this record since the form was opened; `before` is what it said then."""

    def __init__(self, before: dict[str, Any], by: str):
        super().__init__(f"{by} saved this record meanwhile")
        self.before = before
        self.by = by


def create(values: dict[str, Any], *, by: User | None) -> Therapist:
    """A new therapist with a link of their own; `by` is None for one who wrote to us."""
    with write() as session:
        therapist = Therapist(link=_new_link(), created_at=utcnow(), sort_name="")
        _set(therapist, values)
        session.add(therapist)
        session.flush()
        _record(therapist, "created", "Therapist added", by)
    return therapist


def create_many(people: list[dict[str, Any]], *, by: User) -> None:
    """Take many in at once, from a file; inside the caller's `write()`, which notes it."""
    now = utcnow()
    rows = [Therapist(link=_new_link(), created_at=now, sort_name="") for _ in people]
    for row, values in zip(rows, people, strict=True):
        _set(row, values)
    db.session.bulk_save_objects(rows)
    made = db.session.scalars(select(Therapist.id).where(Therapist.link.in_([row.link for row in rows])))
    about = [(None, f"therapist {id}") for id in made]
    record_each("therapist.created", "Therapist added from a file", by=by, about=about)


def change(therapist: Therapist, values: dict[str, Any], *, seen: int, by: User) -> list[str]:
    """Set what was changed and return the names of those fields.

    Raises Stale when somebody has changed one of `values` since the revision `seen`; what else they changed stays.
    """
    with write():
        if therapist.revision != seen:
            _refuse_stale(therapist, values, seen)
        return rewrite(therapist, values, by=by)


def rewrite(therapist: Therapist, values: dict[str, Any], *, by: User) -> list[str]:
    """Set what differs, keep what was said before, and return the names; inside the caller's `write()`."""
    before = therapist.values()
    _set(therapist, values)
    changed = [name for name, value in therapist.values().items() if value != before[name]]
    if changed:
        kept = TherapistRevision(
            therapist_id=therapist.id, revision=therapist.revision, at=utcnow(), user_id=by.id, before=before
        )
        db.session.add(kept)
        therapist.revision += 1
        _record(therapist, "edited", "Therapist edited", by, fields=changed)
    return changed


def from_plain(values: dict[str, Any]) -> dict[str, Any]:
    """Columns as they are kept in a revision, as a therapist has them."""
    return {name: _KINDS[name](value) if name in _KINDS and value else value for name, value in values.items()}


def archive(therapist: Therapist, *, by: User) -> None:
    """Put the record away; nothing is lost, and it does nothing when it is away already."""
    with write():
        if therapist.archived_at is None:
            therapist.archived_at = utcnow()
            _record(therapist, "archived", "Therapist archived", by)


def restore(therapist: Therapist, *, by: User) -> None:
    """Bring an archived record back; it does nothing when it is there."""
    with write():
        if therapist.archived_at is not None:
            therapist.archived_at = None
            _record(therapist, "restored", "Therapist restored", by)


def form_address(therapist: Therapist | None = None) -> str:
    """Where the form for a referral is, a therapist's own or everybody's; nothing where nobody gets to it."""
    host = house()
    own = f"/{therapist.link}" if therapist is not None else ""
    return f"{host}/refer{own}" if host else ""


def find_or_make(sender: dict[str, Any]) -> Therapist:
    """Whose referral this is, by what a form says of the sender; inside the caller's `write()`.

    `sender` has name, profession, licence, clinic, phone and email as typed. The same address, the same number or the
    same clinic leads to somebody only with a name that agrees: a desk's address is shared by all who work there, and a
    letter to the wrong one of them is worse than a second record. What is on file is not changed by what a form says.
    """
    values = _sent(sender)
    return _found(values) or create(values, by=None)


def _found(values: dict[str, Any]) -> Therapist | None:
    for column, value in ((Therapist.email, values["email"]), (Therapist.phone, values["phone"])):
        for one in _where(column == value) if value else ():
            if names_agree(one.name, values["name"]):
                return standing(one)
    if not values["clinic"]:
        return None
    same_name = _where(Therapist.sort_name == fold(values["name"])[:120])
    return standing(next((one for one in same_name if fold(one.clinic) == fold(values["clinic"])), None))


def _where(condition: ColumnElement[bool]) -> list[Therapist]:
    # Who is not put away first; one merged into another leads there.
    query = select(Therapist).where(condition).order_by(Therapist.archived_at.is_not(None), Therapist.id)
    return list(db.session.scalars(query.limit(20)))


def _sent(sender: dict[str, Any]) -> dict[str, Any]:
    """What a form says, as columns; a number that nobody could dial stays with the referral alone."""
    values = {name: " ".join(str(sender.get(name) or "").split())[:length] for name, length in SENT.items()}
    studio = the_studio()
    try:
        phone = phones.read(str(sender.get("phone") or ""), studio.country if studio else "")
    except phones.BadNumber:
        phone = ""
    return values | {"email": values["email"].lower(), "phone": phone}


def _set(therapist: Therapist, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(therapist, name, value)
    therapist.sort_name = fold(therapist.name)[:120]
    found_by = (therapist.name, therapist.clinic, therapist.profession, therapist.email, therapist.phone)
    therapist.search = fold(" ".join(filter(None, found_by)))[:600]


def _new_link() -> str:
    return "".join(secrets.choice(SAYABLE) for _ in range(LINK_LENGTH))


def _refuse_stale(therapist: Therapist, values: dict[str, Any], seen: int) -> None:
    since = select(TherapistRevision).where(
        TherapistRevision.therapist_id == therapist.id, TherapistRevision.revision >= seen
    )
    kept = db.session.scalars(since.order_by(TherapistRevision.revision)).all()
    before, now = kept[0].before if kept else {}, therapist.values()
    if any(before.get(column) != now[column] for column in values):
        raise Stale(before, kept[-1].user.name if kept else "Somebody")


def _record(therapist: Therapist, verb: str, summary: str, by: User | None, **particulars: Any) -> None:
    record(f"therapist.{verb}", summary, by=by, subject=f"therapist {therapist.id}", **particulars)
