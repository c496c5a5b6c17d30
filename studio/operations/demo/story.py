"""Living the past: each person's weeks, in their order, with the clock set back."""

import hashlib
from datetime import date, datetime, timedelta
from typing import Any

import phonenumbers
from sqlalchemy import select

from ... import clock
from ...ces.catalogue import catalogue
from ...ces.protocols import Compensation
from ...extensions import db
from ...models.assessments import AssessmentVersion
from ...models.clients import Client
from ...models.database import write
from ...models.fields import fields_of, judged, short
from ...models.studios import Studio, the_studio
from ...models.users import Role, User
from .. import assessments, clients, programmes
from ..setup import AlreadyOpen
from ..sign_ins import hash_password
from ..taps import TapIn, record_taps
from .cast import Person, Seen, read_cast

PASSWORD = "plumb line demo"
PROTOCOL = "ohsa"


def fill() -> list[User]:
    """Fill an empty database with the demo studio, dated from today, and return its staff; raises AlreadyOpen."""
    place, staff, people = read_cast()
    now = clock.utcnow()
    with write() as session:
        if the_studio() is not None:
            raise AlreadyOpen
        opened = now - timedelta(weeks=40)
        studio = Studio(id=1, demo=True, created_at=opened, **{**place, "phone": _dialled(place["phone"])})
        users = _move_in(staff, opened)
        session.add_all((studio, *users.values()))
        session.flush()
        for number, person in enumerate(people):
            _live(person, users, studio, now, number)
    return list(users.values())


def staff() -> list[User]:
    """The people who work in a demo studio that is there already; empty for somebody's own."""
    studio = the_studio()
    if studio is None or not studio.demo:
        return []
    return list(db.session.scalars(select(User).order_by(User.id)))


def _move_in(staff: list[dict[str, Any]], opened: datetime) -> dict[str, User]:
    hashed = hash_password(PASSWORD)
    return {
        row["part"]: User(
            name=row["name"],
            email=row["email"],
            role=Role(row["role"]),
            credential=row.get("credential", ""),
            password_hash=hashed,
            created_at=opened,
        )
        for row in staff
    }


def _live(person: Person, users: dict[str, User], studio: Studio, now: datetime, number: int) -> None:
    """One client from the first phone call to today."""
    coach = users[person.coach]
    begun = now - timedelta(weeks=person.week or 0)
    # Appointments lie between 08:00 and 17:00, spread over the list; the last one may be just over.
    first = begun.replace(hour=8 + number * 5 % 9, minute=number % 2 * 30, second=0, microsecond=0)
    with clock.pretend(min(first - timedelta(days=3 + number % 5), now)):
        values = person.values | {"coach_id": coach.id, "birth_date": _born(person, now.date(), number)}
        if "phone" in values:
            values["phone"] = _dialled(values["phone"])
        client = clients.create(values, by=users["ines"])
    for seen in person.seen:
        last = seen is person.seen[-1]
        when = min(first + timedelta(weeks=seen.week), now - timedelta(minutes=35 + number))
        _assess(client, seen, when, coach, studio, hand_over=not (last and person.keeps_draft))
    if person.archived:
        with clock.pretend(first + timedelta(weeks=14)):
            clients.archive(client, by=users["ines"])


def _assess(client: Client, seen: Seen, when: datetime, coach: User, studio: Studio, *, hand_over: bool) -> None:
    """One visit: the squat in taps, its findings, and the sheet that went home."""
    with clock.pretend(when):
        assessment = assessments.start(client, by=coach)
        recording = assessment.recordings[0]
        record_taps(recording.id, _taps(seen, recording.id), by=coach, view=seen.until)
    if seen.until:
        return
    with clock.pretend(when + timedelta(minutes=12)):
        version = assessments.complete(assessment, by=coach, taps=0, zone=studio.time_zone)
    if not seen.pain and hand_over:
        _hand_over(version, coach, studio, when + timedelta(minutes=16))
    elif not seen.pain:
        with clock.pretend(when + timedelta(minutes=13)):
            programmes.draft_from(version, by=coach)


def _hand_over(version: AssessmentVersion, coach: User, studio: Studio, when: datetime) -> None:
    with clock.pretend(when):
        draft = programmes.draft_from(version, by=coach)
        if not draft.on_sheet:
            return
        details = programmes.Details(draft.home_days, draft.next_date, draft.message)
        programmes.issue(draft, details, size=None, studio=studio, seen=draft.revision, by=coach)


def _taps(seen: Seen, recording: int) -> list[TapIn]:
    """What a coach would have tapped, view by view: what was seen where it can first be seen, and the rest as clean."""
    cat = catalogue()
    protocol = cat.protocols[PROTOCOL]
    views = [view.view for view in protocol.views]
    done = views[: views.index(seen.until)] if seen.until else views
    taps = [("depth", seen.depth, views[0]), ("shoes", seen.shoes, views[0])]
    for compensation in judged(protocol, "standard", cat):
        view = next(view for view in views if view in compensation.views)
        if view in done:
            said = _said(compensation, seen)
            taps += [(field, said.get(field, "0"), view) for field in fields_of(compensation)]
    if seen.pain:
        row, where = seen.pain.split()
        taps.append((f"pain:{row}", where, "lateral"))
    return [
        TapIn(
            key=hashlib.sha256(f"{recording} {field}".encode()).hexdigest()[:32],
            field=field,
            value=value,
            view=view,
            seen=0,
        )
        for field, value, view in taps
    ]


def _said(compensation: Compensation, seen: Seen) -> dict[str, str]:
    """The fields of a row in which something was seen, with what it was."""
    said = {}
    for name, sides, severity in seen.findings:
        if name == short(compensation):
            for side in ("left", "right") if sides == "both" else (sides,):
                if compensation.laterality == "directional":  # the side is where it goes to
                    said[f"f:{name}:mid"] = f"{side}{severity}"
                else:
                    said[f"f:{name}:{side}"] = severity
    return said


def _born(person: Person, today: date, number: int) -> date | None:
    if person.age is None:
        return None
    month = 1 + number % 12
    birthday_to_come = month > today.month
    return date(today.year - person.age - birthday_to_come, month, 1 + number % 28)


def _dialled(number: str) -> str:
    return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.E164)
