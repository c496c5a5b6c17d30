"""Living the past: what happened in each person's weeks, all of it in the order of time, with the clock set back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import phonenumbers
from sqlalchemy import select

from ... import clock
from ...extensions import db
from ...models.clients import Client
from ...models.database import write
from ...models.studios import Studio, the_studio
from ...models.users import Role, User
from .. import clients, readiness
from ..setup import AlreadyOpen
from ..sign_ins import hash_password
from .again import looks, rate_again
from .asked import Asked, answered, flagged
from .cast import Findings, Person, Seen, read_cast
from .consent import sign_consent, take_back
from .credentials import put_on_record
from .faxed import type_in_a_fax
from .letters import WRITTEN, let_share, sent_by, write_back
from .mails import went
from .papers import answer_letter, bring_papers, word_letter
from .prices import prices_and_quotes
from .referred import referrals
from .sold import Sales
from .tables import adjust_tables
from .tablet import enrol_tablet
from .therapists import known_therapists
from .visits import Visit

PASSWORD = "plumb line demo"
PIN = "471902"
BACK = timedelta(days=2)
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
        steps.append((now - timedelta(weeks=20), lambda: enrol_tablet(users["mara"])))
        steps += prices_and_quotes(studio, users, opened, now)
        steps.append((now - timedelta(hours=26), lambda: type_in_a_fax(studio, by=users["ines"])))
        steps += known_therapists(users, now)
        steps += referrals({life.person.values["name"]: (life.called, life.record) for life in lives}, users, now)
        for row in staff:
            put = partial(put_on_record, row.get("credentials", []), users[row["part"]], 210)
            steps.append((now - timedelta(days=210), put))
        for when, step in sorted(steps, key=lambda step: step[0]):
            with clock.pretend(when):
                step()
        went(now)
    return list(users.values())


def staff() -> list[User]:
    """The people who work in a demo studio that is there already; empty for somebody's own."""
    studio = the_studio()
    if studio is None or not studio.demo:
        return []
    return list(db.session.scalars(select(User).order_by(User.id)))


def _move_in(rows: list[dict[str, Any]], opened: datetime) -> dict[str, User]:
    hashed, pin = hash_password(PASSWORD), hash_password(PIN)
    return {
        row["part"]: User(
            name=row["name"],
            email=row["email"],
            role=Role(row["role"]),
            credential=row.get("credential", ""),
            password_hash=hashed,
            pin_hash=pin,
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
        person = self.person
        first, called = self._first, self.called
        yield called, self._come_in
        if person.precautions or person.clearances:
            yield called + timedelta(minutes=5), lambda: bring_papers(person, self._client, by=self._coach)
        if person.seen:
            arrived = min(first, self.now - timedelta(minutes=50 + self.number)) - timedelta(minutes=10)
            yield arrived, self._sign
        yield from self._asked(called, min(first, self.now - timedelta(minutes=35 + self.number)))
        for nth, seen in enumerate(person.seen, 1):
            when = min(first + timedelta(weeks=seen.week), self.now - timedelta(minutes=35 + self.number))
            yield when, partial(self._visit, seen)
            if person.values["name"] in WRITTEN and when + BACK < self.now:
                yield when + BACK, lambda: write_back(self._client, studio=self.studio, by=self._coach)
            for by, saw in looks(person.values["name"], nth):
                yield when + timedelta(minutes=30), partial(self._rate_again, nth, saw, self.users[by])
        if words := person.letter:
            yield first + timedelta(hours=1), lambda: word_letter(self._client, words, by=self._coach)
        if person.withdrew:
            yield self.now - timedelta(days=3), lambda: take_back(self._client, person.withdrew, by=self.users["ines"])
        sales = Sales(self.record, first, self.now, self.studio, self.users["ines"], self._coach)
        yield from sales.steps(person.values["name"]) if person.seen else ()
        if person.archived:
            yield first + timedelta(weeks=14), lambda: clients.archive(self._client, by=self.users["ines"])

    @property
    def _first(self) -> datetime:
        """Appointments lie between 08:00 and 17:00, spread over the list; the last one may be just over."""
        begun = self.now - timedelta(weeks=self.person.week or 0)
        return begun.replace(hour=8 + self.number * 5 % 9, minute=self.number % 2 * 30, second=0, microsecond=0)

    @property
    def called(self) -> datetime:
        """When they phoned for the first time."""
        return min(self._first, self.now) - timedelta(days=3 + self.number % 5)

    def _asked(self, called: datetime, arrived: datetime) -> Iterator[Step]:
        """The questions, on the phone or on the first visit, and what became of them."""
        asked = self.person.asked
        if asked is None:
            return
        reply = asked.reply
        by_phone = reply or not self.person.seen
        yield called + timedelta(hours=1) if by_phone else arrived - timedelta(minutes=10), self._answer
        if reply:
            yield called + timedelta(days=2), lambda: answer_letter(self._client, reply, by=self._coach)
        if asked.flag:
            yield self.now - timedelta(days=1), lambda: flagged(self._client, asked, by=self._coach)
        if asked.changed:
            yield self.now - timedelta(days=2), lambda: readiness.expire(self._client, by=self._coach)

    def record(self) -> Client:
        """Their record, which there is from the first call on."""
        if self.client is None:
            raise RuntimeError("Nobody visits before they have called")
        return self.client

    @property
    def _client(self) -> Client:
        return self.record()

    @property
    def _coach(self) -> User:
        return self.users[self.person.coach]

    def _come_in(self) -> None:
        values = self.person.values | {"coach_id": self._coach.id, "birth_date": self._born()}
        if "phone" in values:
            values["phone"] = _dialled(values["phone"])
        self.client = clients.create(values, by=self.users["ines"])

    def _sign(self) -> None:
        also = ("share_pt",) if sent_by(self._client) else ()
        sign_consent(self._client, self.number, *also, studio=self.studio, by=self._coach)
        let_share(self._client, by=self._coach)

    def _answer(self) -> None:
        answered(self._client, self.person.asked or Asked(), by=self._coach)

    def _visit(self, seen: Seen) -> None:
        hand_over = not (seen is self.person.seen[-1] and self.person.keeps_draft)
        Visit(seen, self._client, self.studio, self._coach, hand_over).live()

    def _rate_again(self, nth: int, saw: Findings, by: User) -> None:
        rate_again(self._client, nth, saw, zone=self.studio.time_zone, by=by)

    def _born(self) -> date | None:
        if self.person.age is None:
            return None
        month = 1 + self.number % 12
        birthday_to_come = month > self.now.month
        return date(self.now.year - self.person.age - birthday_to_come, month, 1 + self.number % 28)


def _dialled(number: str) -> str:
    return phonenumbers.format_number(phonenumbers.parse(number), phonenumbers.PhoneNumberFormat.E164)
