"""A busy year of a studio as rows: who comes, what is sold, who attends, what is paid."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from studio.models.assessments import Assessment
from studio.models.assessments import State as Assessed
from studio.models.books.invoices import Instalment, Invoice
from studio.models.books.ledger import Entry, EntryKind, Method, Payment
from studio.models.clients import COLOURS, Client
from studio.models.referrals import Kind, Referral, Via
from studio.models.referrals import State as Come
from studio.models.sales.enrolments import Enrolment, Left, State
from studio.models.sales.sessions import Credit, CreditKind, Session
from studio.money import split
from studio.sheets.stored import pack
from studio.terms.credits import Outcome
from studio.terms.terms import Terms

CLIENTS, PACKAGES, YEAR = 300, 1_200, timedelta(days=365)
OFFERS = (
    Terms("package", "12 weeks, twice a week", 216_600, "USD", 24, 12, per_week=2, instalment_days=(0, 28, 56)),
    Terms("package", "12 weeks, once a week", 114_000, "USD", 12, 12, per_week=1, instalment_days=(0, 28, 56)),
    Terms("maintenance", "Maintenance", 57_000, "USD", 6, 12),
    Terms("single", "Single session", 9_500, "USD", 1, 4),
)
WEIGHTS = (20, 35, 20, 25)
Rows = defaultdict[type, list[dict[str, Any]]]


MODELS: tuple[type, ...] = (
    Client,
    Referral,
    Assessment,
    Enrolment,
    Invoice,
    Instalment,
    Payment,
    Session,
    Credit,
    Entry,
)


class Life:
    """Years of rows, made in order; `free` are the next ids of each table."""

    def __init__(self, chance: Random, last: date, currency: str, free: dict[type, int], *, begun: int = 0):
        self.chance, self.last, self.free, self.begun = chance, last, free, begun
        self.offers = [replace(one, currency=currency) for one in OFFERS]
        self.frozen = {one.name: pack(one) for one in self.offers}
        self.currency = currency
        self.rows: Rows = defaultdict(list)
        self.people: list[int] = []
        self.numbers: defaultdict[int, int] = defaultdict(lambda: 100_000 + 100_000 * begun)

    def year(self, begin: date) -> None:
        for number in range(CLIENTS):
            self._arrive(begin + timedelta(days=number * 364 // CLIENTS))
        for number in range(PACKAGES):
            self._sell(begin + timedelta(days=number * 364 // PACKAGES))

    def _add(self, model: type, **values: Any) -> int:
        id_ = self.free[model]
        self.free[model] += 1
        self.rows[model].append({"id": id_, **values})
        return id_

    def _arrive(self, day: date) -> None:
        n, moment = len(self.people), _at(day)
        client = self._add(
            Client, name=f"Person {n:05}", sort_name=f"person {n:05}", phone="", email="", language="en",
            colour=COLOURS[n % 8], equipment=[], floor_transfer=True, goal="", note="", coach_id=self._coach(),
            revision=1, created_at=moment, birth_date=None, sex=None, sheet_size=None, archived_at=None, erased_at=None,
        )  # fmt: skip
        self.people.append(client)
        if n % 4:
            inquiry = n % 4 == 1
            self._add(
                Referral, kind=Kind.inquiry if inquiry else Kind.referral, reference=f"Y{self.begun}{n:05}",
                submission=f"year {self.begun} {n}",
                via=Via.self_ if inquiry else self.chance.choice((Via.web, Via.link, Via.paper)), therapist_id=None,
                client_id=client, sender={"name": f"Therapist {n % 17}"}, person={}, story={}, limits=[], status=None,
                agreed=True, agreed_on=None, urgent=False, flags=[], mentions=[], state=Come.finished, since=moment,
                received_at=moment, entered_by_id=None, due_on=None, found_by="", accepted_at=None, accepted=None,
            )  # fmt: skip
        if n % 5:
            done = _at(day + timedelta(days=4))
            self._add(
                Assessment, client_id=client, coach_id=self._coach(), state=Assessed.complete, started_at=done,
                completed_at=done, note="", note_revision=0, reason="", battery="first", here="", second_to_id=None,
                rated_from="",
            )  # fmt: skip

    def _sell(self, day: date) -> None:
        chance = self.chance
        terms = chance.choices(self.offers, WEIGHTS)[0]
        client, coach = chance.choice(self.people[-CLIENTS:]), self._coach()
        end = day + timedelta(weeks=terms.weeks + terms.grace_weeks)
        left_early = terms.sessions > 1 and chance.random() < 0.06
        ended = day + timedelta(weeks=chance.randrange(2, 10)) if left_early else end
        state = State.cancelled if left_early else State.completed
        over = ended <= self.last
        enrolment = self._add(
            Enrolment, client_id=client, offer_version_id=None, quote_id=None, frozen=self.frozen[terms.name],
            currency=self.currency, price=terms.price, discount=0, discount_why="", fee_credit=0, total=terms.price,
            pays="instalments", starts_on=day, sold_on=day, sold_at=_at(day), sold_by_id=coach, coach_id=coach,
            state=state if over else State.active, ended_on=ended if over else None,
            left=chance.choice(list(Left)) if left_early and over else None, end_note="", renews_id=None,
            replaces_id=None, brought=False, key=None,
        )  # fmt: skip
        self._credit(enrolment, CreditKind.granted, terms.sessions, day)
        unused = self._attend(enrolment, client, coach, terms, day, min(ended, self.last))
        back = terms.price * unused // max(1, terms.sessions) if left_early and over else 0
        self._money(enrolment, client, terms, day, back, ended)
        if over and unused:
            self._credit(enrolment, CreditKind.cancelled if left_early else CreditKind.expired, -unused, ended)

    def _attend(self, enrolment: int, client: int, coach: int, terms: Terms, day: date, until: date) -> int:
        """Sessions one after the other; how many are left."""
        step, left = max(1, 7 * terms.weeks // max(1, terms.sessions + 2)), terms.sessions
        while left and (day := day + timedelta(days=self.chance.randrange(1, 2 * step))) <= until:
            outcome = self.chance.choices(list(Outcome), (90, 4, 4, 2))[0]
            session = self._add(
                Session, client_id=client, enrolment_id=enrolment, coach_id=coach, starts_at=_at(day), on=day,
                minutes=60, outcome=outcome, courtesy=False, note="", at=_at(day), by_id=coach, undone_at=None,
                undone_by_id=None, key=None,
            )  # fmt: skip
            if outcome is not Outcome.studio_cancel:
                self._credit(enrolment, CreditKind.used, -1, day, session)
                left -= 1
        return left

    def _money(self, enrolment: int, client: int, terms: Terms, day: date, back: int, ended: date) -> None:
        bill = self._invoice(enrolment, client, terms.price, day, None)
        parts = split(terms.price, len(terms.instalment_days))
        for number, (days, part) in enumerate(zip(terms.instalment_days, parts, strict=True), 1):
            due = day + timedelta(days=days)
            self._add(Instalment, invoice_id=bill, number=number, due_on=due, amount=part)
            paid = due + timedelta(days=self.chance.choice((0, 0, 0, 2, 5, 20)))
            if paid <= min(ended, self.last):
                self._pay(enrolment, client, bill, part, paid)
        if back:
            self._invoice(enrolment, client, -back, ended, bill)

    def _invoice(self, enrolment: int, client: int, amount: int, day: date, corrects: int | None) -> int:
        self.numbers[day.year] += 1
        bill = self._add(
            Invoice, kind="credit note" if corrects else "invoice", year=day.year, number=self.numbers[day.year],
            client_id=client, enrolment_id=enrolment, corrects_id=corrects, issued_on=day, due_on=day,
            currency=self.currency, net=amount, tax=0, gross=amount, lines=[], buyer={"name": f"Person {client}"},
            seller={}, note="", at=_at(day), by_id=1, key=None,
        )  # fmt: skip
        kind = EntryKind.credit_note if corrects else EntryKind.invoice
        self._entry(client, kind, amount, day, enrolment, corrects or bill)
        return bill

    def _pay(self, enrolment: int, client: int, bill: int, amount: int, day: date) -> None:
        payment = self._add(
            Payment, client_id=client, received_on=day, method=self.chance.choice(list(Method)[:3]), amount=amount,
            currency=self.currency, reference="", note="", at=_at(day), by_id=1, reverses_id=None, key=None,
        )  # fmt: skip
        self._entry(client, EntryKind.payment, -amount, day, enrolment, bill, payment)

    def _entry(
        self,
        client: int,
        kind: EntryKind,
        amount: int,
        day: date,
        enrolment: int,
        bill: int,
        paid: int | None = None,
    ) -> None:
        self._add(
            Entry, client_id=client, kind=kind, amount=amount, currency=self.currency, on=day, enrolment_id=enrolment,
            invoice_id=bill, payment_id=paid, why=kind.value, at=_at(day), by_id=1, reverses_id=None, key=None,
        )  # fmt: skip

    def _credit(self, enrolment: int, kind: CreditKind, amount: int, day: date, session: int | None = None) -> None:
        self._add(
            Credit, enrolment_id=enrolment, kind=kind, amount=amount, on=day, at=_at(day), by_id=1, why=kind.value,
            session_id=session, clock_change_id=None, reverses_id=None, key=None,
        )  # fmt: skip

    def _coach(self) -> int:
        return self.chance.choices((2, 3, 1), (5, 3, 1))[0]


def _at(day: date) -> datetime:
    return datetime.combine(day, time(10), UTC)
