"""Three tablets on one assessment, in any order of taps, sends, lost answers and settling.

Each is modelled as its script keeps it (static/js/tap-queue.js, board.js): what waits, what it knows, what it shows.
"""

import secrets
from dataclasses import dataclass, field

from flask import Flask
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from studio.extensions import db
from studio.models.assessments import Assessment, Recording, Tap
from studio.models.fields import UNSTATED, Stated, views_after
from studio.models.stations import station_of
from studio.models.tap_history import disagreements, taps_of
from studio.operations.taps import Taken, TapIn, record_taps

from ..builders import a_client, an_assessment
from ..examples import examples
from ..people import Cast

What = tuple[str, str]

# Some fields of several tests, a form of one and a measure: whatever is tapped goes the same way.
PLACES: dict[What, tuple[str, tuple[str, ...]]] = {
    ("ohsa", "f:heel_rises:left"): ("lateral", ("", "0", "1", "2", "nt")),
    ("ohsa", "f:foot_flattens:left"): ("posterior", ("", "0", "1", "2")),
    ("ohsa.heels_elevated", "f:heel_rises:left"): ("heels_elevated", ("0", "1")),
    ("sls", "f:knee_valgus:right"): ("anterior", ("0", "1", "2")),
    ("measures", "m:tug_s:mid:1"): ("measures", ("9.5", "11", "")),
}
WHATS = st.sampled_from(sorted(PLACES))
FATES = st.sampled_from(["arrives", "arrives", "lost on the way", "answer lost", "arrives twice"])


@dataclass
class Tablet:
    """What a tablet keeps: its own taps that wait, the revisions it was told, and the notices over its rows."""

    person: str
    device: str
    waiting: list[TapIn] = field(default_factory=list)
    revisions: dict[What, int] = field(default_factory=dict)
    shown: dict[What, str] = field(default_factory=dict)  # and what came late

    def tap(self, what: What, value: str) -> None:
        seen = self.revisions.get(what, 0)
        self.waiting.append(TapIn(secrets.token_hex(16), *what, value, PLACES[what][0], seen))

    def hear(self, taken: Taken) -> None:
        self.waiting = [tap for tap in self.waiting if tap.key not in taken.acked]
        for address, one in taken.state.items():
            station, _, name = address.partition("/")
            if one.revision > self.revisions.get((station, name), 0):
                self.shown.pop((station, name), None)
                self.revisions[station, name] = one.revision
        for late in (*taken.conflicts, *taken.disputes):
            self.shown.setdefault((late.station, late.field), late.value)

    @property
    def newest(self) -> int:
        return max(self.revisions.values(), default=0)


class Tablets(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.assessment = an_assessment(a_client()).id
        self.tablets = [Tablet("coach", "desk"), Tablet("coach", "floor"), Tablet("other_coach", "floor")]
        self.acknowledged: set[str] = set()
        self.given: set[str] = set()

    @rule(which=st.integers(0, 2), what=WHATS, data=st.data())
    def tap(self, which: int, what: What, data: st.DataObject) -> None:
        self.tablets[which].tap(what, data.draw(st.sampled_from(PLACES[what][1])))
        self.given.add(self.tablets[which].waiting[-1].key)

    @rule(which=st.integers(0, 2), fate=FATES)
    def send(self, which: int, fate: str) -> None:
        tablet = self.tablets[which]
        if fate == "lost on the way":
            return
        for _ in range(2 if fate == "arrives twice" else 1):
            taken = self._arrive(tablet)
        assert set(taken.acked) == {tap.key for tap in tablet.waiting}
        self.acknowledged |= set(taken.acked)
        if fate != "answer lost":
            tablet.hear(taken)

    @rule(which=st.integers(0, 2), take=st.booleans())
    def settle(self, which: int, take: bool) -> None:
        """One tap on a notice: keep what stands, or take what came late."""
        tablet = self.tablets[which]
        if tablet.shown:
            what, late = sorted(tablet.shown.items())[0]
            standing = self._answers().get(what, UNSTATED).value
            tablet.tap(what, late if take else standing)
            self.given.add(tablet.waiting[-1].key)

    def teardown(self) -> None:
        self.everybody_looks()

    @rule()
    def everybody_looks(self) -> None:
        """With nothing under way, every notice is on all tablets, and none is left that was settled."""
        for _ in range(2):
            for tablet in self.tablets:
                taken = self._arrive(tablet)
                self.acknowledged |= set(taken.acked)
                tablet.hear(taken)
        open_ones = {(one.station, one.field) for one in disagreements(taps_of(self.assessment))}
        for tablet in self.tablets:
            assert set(tablet.shown) == open_ones, f"{tablet.person} at the {tablet.device}"
        assert {one.key for one in self._log()} == self.given

    @invariant()
    def every_tap_is_kept_once(self) -> None:
        keys = [one.key for one in self._log()]
        assert len(keys) == len(set(keys))
        assert self.acknowledged <= set(keys) <= self.given

    @invariant()
    def what_stands_is_what_the_log_says(self) -> None:
        state: dict[What, Stated] = {}
        for tap in taps_of(self.assessment):
            if tap.outcome == "applied":
                what = station_of(tap.protocol, tap.variant), tap.field
                state[what] = Stated(tap.value, views_after(state.get(what, UNSTATED), tap.value, tap.view))
        assert self._answers() == state

    @invariant()
    def nobody_overwrites_unseen(self) -> None:
        last: dict[tuple[int, str], Tap] = {}
        for tap in self._log():
            what = tap.recording_id, tap.field
            before = last.get(what)
            if tap.outcome != "applied":
                assert before is not None
                assert before.id > tap.seen
                assert (before.user_id, before.device) != (tap.user_id, tap.device)
                continue
            if before and (before.user_id, before.device) != (tap.user_id, tap.device):
                assert before.id <= tap.seen or before.value == tap.value
            last[what] = tap

    @invariant()
    def what_came_late_is_settled_or_shown(self) -> None:
        log = self._log()
        shown = {(one.station, one.field) for one in disagreements(taps_of(self.assessment))}
        stations = {one.id: one.station for one in self._recordings()}
        for late in (one for one in log if one.outcome == "conflict"):
            later = any(
                one.id > late.id and (one.recording_id, one.field) == (late.recording_id, late.field)
                for one in log
                if one.outcome == "applied"
            )
            assert later or (stations[late.recording_id], late.field) in shown

    def _arrive(self, tablet: Tablet) -> Taken:
        person = getattr(Cast(), tablet.person)
        return record_taps(self.assessment, tablet.waiting, by=person, device=tablet.device, since=tablet.newest)

    def _log(self) -> list[Tap]:
        db.session.rollback()
        return list(
            db.session.scalars(
                select(Tap)
                .join(Recording, Recording.id == Tap.recording_id)
                .where(Recording.assessment_id == self.assessment)
                .order_by(Tap.id)
            )
        )

    def _recordings(self) -> list[Recording]:
        return db.session.get_one(Assessment, self.assessment, populate_existing=True).recordings

    def _answers(self) -> dict[What, Stated]:
        db.session.rollback()
        return {(one.station, name): said for one in self._recordings() for name, said in one.stated.items()}


def test_any_interleaving_on_one_assessment(app: Flask) -> None:
    run_state_machine_as_test(Tablets, settings=settings(examples(30), stateful_step_count=25))
