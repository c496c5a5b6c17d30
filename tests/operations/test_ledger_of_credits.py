"""Whatever happens to a package, in any order: its ledger adds up, and nothing is used that is not there."""

import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from flask import Flask
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from studio.clock import pretend
from studio.extensions import db
from studio.models.database import write
from studio.models.sales.clock_changes import load_change
from studio.models.sales.credits import balance_of, ledger_of
from studio.models.sales.enrolments import Enrolment, State
from studio.models.sales.going import going
from studio.models.sales.sessions import Credit, CreditKind, Session
from studio.models.studios import studio_today
from studio.operations.daily import keep_house
from studio.operations.sales import credits, freezes, giving, sessions
from studio.operations.sales.freezes import Asked
from studio.terms.credits import Outcome, recognised

from ..builders import a_client
from ..examples import examples
from ..people import Cast
from ..sales import a_session, sold

START = datetime(2026, 3, 2, 12, tzinfo=UTC)
REFUSALS = (sessions.Refused, credits.NoneLeft, credits.AlreadyReversed, giving.Settled, freezes.NotInTheTerms,
            freezes.AlreadyBack)  # fmt: skip
WHICH = st.integers(0, 30)
OUTCOMES = st.sampled_from([Outcome.attended, *Outcome])


class Package(RuleBasedStateMachine):
    """Two sessions in a week with a week's grace, so that all of it happens soon."""

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.made: list[tuple[str, int]] = []  # what may be taken back: its kind and id
        with pretend(self.now):
            self.id = sold(a_client(), sessions=2, weeks=1, grace_weeks=1, instalment_days=(90,)).id
        self.before: list[int] = []

    @rule(outcome=OUTCOMES, notice=st.sampled_from([None, 1, 30]), sent=st.integers(1, 2))
    def note(self, outcome: Outcome, notice: float | None, sent: int) -> None:
        """Sent twice when the answer was lost."""
        said = {"outcome": outcome, "notice_h": notice, "despite": "Twice", "key": secrets.token_hex(8)}
        for _ in range(sent):
            self._try("session", lambda: a_session(self.package, **said))

    @rule(ahead=st.integers(0, 9), days=st.integers(1, 40), kind=st.sampled_from(["freeze", "medical"]))
    def freeze(self, ahead: int, days: int, kind: str) -> None:
        first = self.today + timedelta(days=ahead)
        until = None if kind == "medical" and days > 20 else first + timedelta(days=days - 1)
        asked = Asked(kind, first, until, self.today, note_seen=True, beyond="Please")  # type: ignore[arg-type]
        self._try("change", lambda: freezes.freeze(self.package, asked, by=Cast().owner))

    @rule(which=WHICH)
    def come_back(self, which: int) -> None:
        if change := self._one("change", which):
            self._try("", lambda: freezes.back(load_change(self.id, change), by=Cast().coach))  # type: ignore[arg-type]

    @rule(days=st.integers(1, 30))
    def extend(self, days: int) -> None:
        self._try("change", lambda: giving.extend(self.package, days, "More time", by=Cast().coach))

    @rule(count=st.sampled_from([1, -1]))
    def give(self, count: int) -> None:
        self._try("given", lambda: giving.give(self.package, count, "By hand", key=None, by=Cast().owner))

    @rule(which=WHICH, kind=st.sampled_from(["session", "change", "given"]))
    def take_back(self, which: int, kind: str) -> None:
        if (id_ := self._one(kind, which)) is None:
            return
        undo: Callable[[], object] = {
            "session": lambda: sessions.undo(db.session.get_one(Session, id_), "A slip", by=Cast().coach),
            "change": lambda: freezes.undo(load_change(self.id, id_), "A slip", by=Cast().coach),  # type: ignore[arg-type]
            "given": lambda: giving.undo(db.session.get_one(Credit, id_), "A slip", by=Cast().owner),
        }[kind]
        self._try("", undo)

    @rule(days=st.sampled_from([1, 5, 20, 60]))
    def wait(self, days: int) -> None:
        """Days go by, and the daily round comes, perhaps twice."""
        self.now += timedelta(days=days)
        for _ in range(2):
            self._try("", lambda: keep_house(self.today))
        stands = going([self.package], self.today)[0]
        assert not (stands.clock.over and stands.balance.left and self.package.state == State.active)

    @rule()
    def give_back(self) -> None:
        until = self.today + timedelta(days=30)
        self._try("", lambda: giving.give_back(self.package, until, "Was ill", by=Cast().owner))

    @precondition(lambda self: len(self.made) > 12)
    @rule()
    def cancel(self) -> None:
        """They stop: what is left goes, and nothing moves any more."""
        with pretend(self.now), write() as session:
            package = session.get_one(Enrolment, self.id)
            if package.state == State.active and (left := balance_of(self.id).left):
                credits.post(package, CreditKind.cancelled, -left, "Moved away", on=self.today, by=Cast().owner)
            package.state = State.cancelled

    @invariant()
    def the_ledger_adds_up(self) -> None:
        db.session.rollback()
        rows, sums = ledger_of(self.id), balance_of(self.id)
        amounts = [row.amount for row in rows]
        assert amounts[: len(self.before)] == self.before  # nothing is rewritten
        self.before = amounts
        assert sums.left == sum(amounts) == sums.granted - sums.delivered
        assert all(sum(amounts[: n + 1]) >= 0 for n in range(len(amounts)))
        taken = [row.reverses_id for row in rows if row.reverses_id]
        assert len(taken) == len(set(taken))

    @invariant()
    def sessions_that_stand_are_what_is_used(self) -> None:
        standing = {one.session_id for one in giving.standing(self.id)} - {None}
        undone = db.session.query(Session.id).filter(Session.enrolment_id == self.id, Session.undone_at.is_not(None))
        assert standing.isdisjoint(id_ for (id_,) in undone)
        uses = sum(-row.amount for row in giving.standing(self.id) if row.kind == CreditKind.used)
        assert uses == balance_of(self.id).used

    @invariant()
    def what_is_earned_adds_up_to_the_price(self) -> None:
        sums, price = balance_of(self.id), 95001
        earned = recognised(price, sums.delivered, sums.granted)
        assert 0 <= earned <= price
        assert (earned == price) == (sums.left == 0)

    @property
    def package(self) -> Enrolment:
        return db.session.get_one(Enrolment, self.id, populate_existing=True)

    @property
    def today(self) -> date:
        with pretend(self.now):
            return studio_today()

    def _one(self, kind: str, which: int) -> int | None:
        ids = [id_ for name, id_ in self.made if name == kind]
        return ids[which % len(ids)] if ids else None

    def _try(self, kind: str, act: Callable[[], object]) -> None:
        """Do it; what is refused leaves no trace."""
        db.session.rollback()
        before = len(ledger_of(self.id))
        with pretend(self.now):
            try:
                done = act()
            except REFUSALS:
                db.session.rollback()
                assert len(ledger_of(self.id)) == before
                return
        if kind:
            self.made.append((kind, done.id))  # type: ignore[attr-defined]


def test_any_life_of_a_package_adds_up(app: Flask) -> None:
    run_state_machine_as_test(Package, settings=settings(examples(30), stateful_step_count=25))
