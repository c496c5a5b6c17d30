"""Living the past: what happened in each person's weeks, all of it in the order of time, with the clock set back."""

import hashlib
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import phonenumbers
from sqlalchemy import select

from ... import clock
from ...ces.findings import STANDARD
from ...ces.protocols import Compensation
from ...extensions import db
from ...models.assessments import Assessment, AssessmentVersion, Recording
from ...models.clients import Client
from ...models.database import write
from ...models.fields import fields_of, judged, short
from ...models.stations import station_of
from ...models.studios import Studio, the_studio
from ...models.tables import in_use
from ...models.users import Role, User
from .. import assessments, clients, programmes, readiness
from ..setup import AlreadyOpen
from ..sign_ins import hash_password
from ..taps import TapIn, record_taps
from .again import rate_again
from .asked import Asked, answered, flagged
from .cast import Person, Seen, read_cast
from .consent import sign_consent
from .measured import measured_taps
from .papers import bring_papers
from .tables import adjust_tables

PASSWORD = "plumb line demo"
PROTOCOL = "ohsa"
Step = tuple[datetime, Callable[[], object]]


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
        lives = [_Life(person, number, users, studio, now) for number, person in enumerate(people)]
        steps = [step for life in lives for step in life.steps()]
        steps.append((now - timedelta(weeks=3), lambda: adjust_tables(users["mara"])))
        for when, step in sorted(steps, key=lambda step: step[0]):
            with clock.pretend(when):
                step()
        rate_again(users, studio.time_zone, _taps)
    return list(users.values())


def staff() -> list[User]:
    """The people who work in a demo studio that is there already; empty for somebody's own."""
    studio = the_studio()
    if studio is None or not studio.demo:
        return []
    return list(db.session.scalars(select(User).order_by(User.id)))


def _move_in(rows: list[dict[str, Any]], opened: datetime) -> dict[str, User]:
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
        for row in rows
    }


@dataclass
class _Life:
    """One client from the first phone call to today."""

    person: Person
    number: int
    users: dict[str, User]
    studio: Studio
    now: datetime
    client: Client | None = None

    def steps(self) -> Iterator[Step]:
        begun = self.now - timedelta(weeks=self.person.week or 0)
        # Appointments lie between 08:00 and 17:00, spread over the list; the last one may be just over.
        first = begun.replace(hour=8 + self.number * 5 % 9, minute=self.number % 2 * 30, second=0, microsecond=0)
        called = min(first, self.now) - timedelta(days=3 + self.number % 5)
        yield called, self._come_in
        if self.person.precautions or self.person.clearances:
            yield called + timedelta(minutes=5), lambda: bring_papers(self.person, self._client, by=self._coach)
        if self.person.seen:
            yield min(first, self.now - timedelta(minutes=50 + self.number)) - timedelta(minutes=10), self._sign
        if asked := self.person.asked:
            arrived = min(first, self.now - timedelta(minutes=35 + self.number))
            yield arrived - timedelta(minutes=10) if self.person.seen else called + timedelta(hours=1), self._answer
            if asked.flag:
                yield self.now - timedelta(days=1), lambda: flagged(self._client, asked, by=self._coach)
            if asked.changed:
                yield self.now - timedelta(days=2), lambda: readiness.expire(self._client, by=self._coach)
        for seen in self.person.seen:
            when = min(first + timedelta(weeks=seen.week), self.now - timedelta(minutes=35 + self.number))
            hand_over = not (seen is self.person.seen[-1] and self.person.keeps_draft)
            yield when, partial(self._visit, seen, hand_over)
        if self.person.archived:
            yield first + timedelta(weeks=14), lambda: clients.archive(self._client, by=self.users["ines"])

    @property
    def _client(self) -> Client:
        if self.client is None:
            raise RuntimeError("Nobody visits before they have called")
        return self.client

    @property
    def _coach(self) -> User:
        return self.users[self.person.coach]

    def _come_in(self) -> None:
        values = self.person.values | {"coach_id": self._coach.id, "birth_date": self._born()}
        if "phone" in values:
            values["phone"] = _dialled(values["phone"])
        self.client = clients.create(values, by=self.users["ines"])

    def _sign(self) -> None:
        sign_consent(self._client, self.number, studio=self.studio, by=self._coach)

    def _answer(self) -> None:
        answered(self._client, self.person.asked or Asked(), by=self._coach)

    def _visit(self, seen: Seen, hand_over: bool) -> None:
        """The squat in taps, its findings, and the sheet that went home."""
        assessment = assessments.start(self._client, by=self._coach)
        recording = assessment.recordings[0]
        record_taps(
            assessment.id,
            list(_taps(seen, recording.id)),
            by=self._coach,
            station=recording.station,
            view=seen.until,
        )
        if seen.until:
            return
        for form, still in seen.forms:
            self._try(assessment, form, replace(seen, findings=still), [name for name, *_ in seen.findings])
        record_taps(assessment.id, list(measured_taps(self._client.name, seen.week, assessment.id)), by=self._coach)
        with clock.pretend(clock.utcnow() + timedelta(minutes=12)):
            version = assessments.complete(assessment, by=self._coach, taps=0, zone=self.studio.time_zone)
        if not seen.pain:
            with clock.pretend(clock.utcnow() + timedelta(minutes=16)):
                self._draft(version, hand_over)

    def _try(self, assessment: Assessment, form: str, seen: Seen, rows: list[str]) -> None:
        """A modified form: only what the standard one showed is looked at again."""
        with write() as session:
            recording = Recording(protocol=PROTOCOL, variant=form, view="anterior", place=0)
            assessment.recordings.append(recording)
            session.flush()
        again = list(_taps(seen, recording.id, form, rows))
        record_taps(assessment.id, again, by=self._coach, station=recording.station, view="")

    def _draft(self, version: AssessmentVersion, hand_over: bool) -> None:
        draft = programmes.draft_from(version, by=self._coach)
        if hand_over and draft.on_sheet:
            details = programmes.Details(draft.home_days, draft.next_date, draft.message)
            programmes.issue(draft, details, size=None, studio=self.studio, seen=draft.revision, by=self._coach)

    def _born(self) -> date | None:
        if self.person.age is None:
            return None
        month = 1 + self.number % 12
        birthday_to_come = month > self.now.month
        return date(self.now.year - self.person.age - birthday_to_come, month, 1 + self.number % 28)


def _taps(seen: Seen, recording: int, variant: str = STANDARD, rows: Container[str] | None = None) -> Iterator[TapIn]:
    """What a coach would have tapped, view by view; what is not named was looked at and clean."""
    cat = in_use()
    views = [view.view for view in cat.protocols[PROTOCOL].views]
    done = views[: views.index(seen.until)] if seen.until else views
    stated = [("depth", seen.depth, views[0]), ("shoes", seen.shoes, views[0])] if rows is None else []
    for view in done:
        for compensation in judged(cat.protocols[PROTOCOL], variant, cat):
            if view in compensation.views and (rows is None or short(compensation) in rows):
                said = _said(compensation, seen)
                stated += [(field, said.get(field, "0"), view) for field in fields_of(compensation)]
    if seen.pain:
        row, where = seen.pain.split()
        stated.append((f"pain:{row}", where, "lateral"))
    for field, value, view in stated:
        key = hashlib.sha256(f"{recording} {field} {view}".encode()).hexdigest()[:32]
        yield TapIn(key=key, station=station_of(PROTOCOL, variant), field=field, value=value, view=view, seen=0)


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


def _dialled(number: str) -> str:
    return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.E164)
