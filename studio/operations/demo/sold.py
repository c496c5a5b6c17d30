"""What the demo studio sold: packages in every state, their sessions and their money, lived through in time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from ... import clock
from ...models.books.lateness import parts_of
from ...models.books.ledger import Method
from ...models.clients import Client
from ...models.sales.agreements import agreement_of
from ...models.sales.enrolment_lists import enrolments_of
from ...models.sales.enrolments import Enrolment, Left
from ...models.sales.fee_credits import fee_credit
from ...models.sales.price_list import price_list
from ...models.studios import Studio, studio_today
from ...models.users import User
from ...terms.credits import Outcome
from ..books import till
from ..sales import agreements, ending, freezes, selling, sessions

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
Step = tuple[datetime, Callable[[], object]]


@dataclass(frozen=True)
class Bought:
    """One package, begun `after` days from the first visit; `code` is the price list's, `weeks` those with sessions.

    `parts` instalments were paid. `frozen` is (week it began, days, medical), `cancelled` (week, why, words).
    """

    code: str
    pays: selling.Pays = "full"
    method: Method | None = Method.card
    after: int = 3
    weeks: int = 52
    parts: int = 3
    frozen: tuple[int, int | None, bool] | None = None
    cancelled: tuple[int, Left, str] | None = None
    then: str = ""
    """The package that renews it when it is over."""
    odd: Mapping[int, Outcome] = field(default_factory=dict)
    """Sessions that went otherwise, by their number."""


BOUGHT: dict[str, list[Bought]] = {
    "Oluwaseun Adébáyò-Whitcombe": [Bought("12wk-2", "instalments", odd={4: Outcome.late_cancel})],
    "Thandiwe Mokoena-Featherstonehaugh": [Bought("12wk-2", odd={5: Outcome.studio_cancel})],
    "Siobhán Ní Dhomhnaill": [Bought("12wk-1", "instalments", Method.transfer, weeks=5, parts=1)],
    "Aarav Subramaniam Venkataraghavan": [Bought("12wk-1", method=Method.cash)],
    "Bo Li": [Bought("12wk-1", odd={3: Outcome.no_show})],
    "Nguyễn Thị Minh Khai": [Bought("12wk-2", "instalments", Method.cash, frozen=(4, 21, False))],
    "José Antonio Echeverría Iturralde": [Bought("12wk-1", "instalments", then="maintenance")],
    "Zoë Papadopoulou": [Bought("single", method=Method.cash, after=days, weeks=1) for days in (7, 21, 36)],
    "Wei Zhang": [Bought("12wk-1", "instalments", Method.transfer, frozen=(8, None, True))],
    "George Pemberton": [Bought("12wk-2", weeks=2, cancelled=(2, Left.relocation, "Moves to his daughter in Leeds"))],
    "Margaret Ashdown": [Bought("12wk-1", method=None, after=2)],
    "Marek Dąbrowski-Oyelaran": [Bought("12wk-1", "instalments", after=4)],
    "Priya Raman": [Bought("12wk-2", "instalments", odd={7: Outcome.late_cancel, 9: Outcome.late_cancel})],
    "Юлия Каверина": [Bought("semi-private", method=Method.transfer)],
    "Khadija Noor": [Bought("16wk-2", "instalments")],
    "Tom Ashworth": [Bought("12wk-1", method=Method.cash)],
}


@dataclass
class Sales:
    """All that one client bought, as steps in time; `first` is the first visit."""

    who: Callable[[], Client]
    first: datetime
    now: datetime
    studio: Studio
    desk: User
    coach: User

    def steps(self, name: str) -> Iterator[Step]:
        if self.first + timedelta(hours=2) < self.now:
            yield self.first - timedelta(minutes=20), lambda: self._sell(Bought("assessment"))
            yield self.first + timedelta(minutes=5), self._assessed
        for bought in BOUGHT.get(name, ()):
            start = self.first + bought.after * DAY
            if start < self.now:
                yield from self._lived(bought, start)

    def _lived(self, bought: Bought, start: datetime) -> Iterator[Step]:
        box: list[Enrolment] = []
        yield start - timedelta(minutes=15), lambda: box.append(self._sell(bought))
        yield start - timedelta(minutes=10), lambda: self._sign(box[0])
        dates = list(self._dates(bought, start))
        for number, when in enumerate(dates, 1):
            yield when, partial(self._hold, box, bought.odd.get(number, Outcome.attended))
        if bought.pays == "instalments":
            for part in range(1, bought.parts):
                if (due := start + part * 4 * WEEK + timedelta(hours=2)) < self.now:
                    yield due, lambda: self._pay(box[0], bought.method or Method.card)
        if bought.frozen:
            week, days, medical = bought.frozen
            began = start + week * WEEK - 8 * DAY
            yield began, lambda: self._freeze(box[0], 8, days, medical=medical)
        if bought.cancelled:
            week, why, words = bought.cancelled
            yield start + week * WEEK + timedelta(hours=1), lambda: self._cancel(box[0], why, words)
        over = dates[-1] + timedelta(hours=2) if dates else start
        if len(dates) >= SESSIONS.get(bought.code, 99):
            yield over, lambda: ending.complete(box[0], by=self.desk)
            if bought.then:
                yield over + DAY, lambda: self._renew(box[0], bought.then)

    def _dates(self, bought: Bought, start: datetime) -> Iterator[datetime]:
        """The days of its sessions, a few hours before now at the latest; none in a freeze."""
        weekly = (0, 3) if bought.code.endswith("-2") else (0,)
        left = SESSIONS.get(bought.code, 99)
        for week in range(min(bought.weeks, 16)):
            if bought.frozen and week >= bought.frozen[0]:
                return
            for day in weekly:
                when = start + week * WEEK + day * DAY
                if left and when < self.now - timedelta(hours=3):
                    left -= 1
                    yield when

    def _sell(self, bought: Bought, renews: Enrolment | None = None) -> Enrolment:
        client, on = self.who(), studio_today()
        version = next(one for one in price_list(on) if one.offer.code == bought.code)
        credited = fee_credit(client.id, version.terms, on)
        sale = selling.Sale(
            version, on, bought.pays, bought.method, fee_credit=credited.amount if credited else 0,
            coach_id=self.coach.id, renews=renews,
        )  # fmt: skip
        return selling.sell(client, sale, by=self.desk)

    def _assessed(self) -> None:
        client = self.who()
        one = next(one for one in enrolments_of(client.id) if one.terms.kind == "assessment")
        sessions.check_in(client, one, sessions.Held(clock.utcnow()), coach=self.coach, by=self.coach)
        ending.complete(one, by=self.desk)

    def _sign(self, one: Enrolment) -> None:
        agreement = agreement_of(one.id)
        if agreement and one.terms.sessions > 1:
            client = self.who()
            signing = agreements.Signing(client.name)
            agreements.sign(agreement, client, signing, studio=self.studio, by=self.desk)

    def _hold(self, box: list[Enrolment], outcome: Outcome) -> None:
        notice = {Outcome.late_cancel: 3.0, Outcome.studio_cancel: 30.0}.get(outcome)
        said = sessions.Held(clock.utcnow(), outcome, notice)
        sessions.check_in(self.who(), box[0], said, coach=self.coach, by=self.coach)

    def _pay(self, one: Enrolment, method: Method) -> None:
        part = next((part for part in parts_of([one.id]) if part.open), None)
        if part:
            till.receive(self.who(), part.open, method, on=studio_today(), currency=one.currency, by=self.desk)

    def _freeze(self, one: Enrolment, ahead: int, days: int | None, *, medical: bool) -> None:
        begins = studio_today() + ahead * DAY
        until = begins + (days - 1) * DAY if days else None
        why = "" if medical else "A journey home"
        asked = freezes.Asked("medical" if medical else "freeze", begins, until, studio_today(), why, medical)
        freezes.freeze(one, asked, by=self.coach)

    def _cancel(self, one: Enrolment, why: Left, words: str) -> None:
        ending.cancel(one, why, words, back=ending.reckon(one, why).back, by=self.desk)

    def _renew(self, one: Enrolment, code: str) -> None:
        self._sign(self._sell(Bought(code), renews=one))


SESSIONS = {"12wk-1": 12, "12wk-2": 24, "16wk-1": 16, "16wk-2": 32, "single": 1, "semi-private": 12}
