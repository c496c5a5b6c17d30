"""One visit to the demo studio: the tests in taps, the measures, what a re-screen leads to, the sheet for home."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from ... import clock
from ...ces.batteries import MEASURES
from ...models.assessments import Assessment, AssessmentVersion
from ...models.clients import Client
from ...models.rescreens import Said, rescreen_of
from ...models.stations import station_of, views_of
from ...models.studios import Studio
from ...models.tables import in_use
from ...models.users import User
from .. import assessments, programmes, reviews
from ..taps import record_taps
from .cast import SQUAT, Seen
from .measured import measured_taps
from .tapping import taps


@dataclass
class Visit:
    """What was seen of a client that day; the last sheet may still be a draft (`hand_over` false)."""

    seen: Seen
    client: Client
    studio: Studio
    by: User
    hand_over: bool

    def live(self) -> None:
        """Everything in its order, as far as it got."""
        preset = in_use().batteries[self.seen.battery]
        wanted = {*preset.stations, *(station for station, _ in self.seen.tests)}
        chosen = [one for one in (*preset.stations, *preset.optional) if one in wanted]
        assessment = assessments.start(self.client, by=self.by, battery=self.seen.battery, stations=chosen)
        for station in dict.fromkeys((*chosen, MEASURES)):
            if station == self.seen.at:
                self._measure(assessment)
                self._test(assessment, station, until=self.seen.until)
                return
            if station == MEASURES:
                self._measure(assessment)
            else:
                self._test(assessment, station)
        self._finish(assessment)

    def _test(self, assessment: Assessment, station: str, until: str = "") -> None:
        """A test from all sides, then its modified forms; with `until` it is left at that view."""
        done = list(taps(self.seen, assessment.id, station, until=until))
        record_taps(assessment.id, done, by=self.by, station=station, view=until or views_of(station)[0])
        if station == SQUAT and not until:
            for form, _ in self.seen.forms:
                self._try(assessment, station_of(SQUAT, form))

    def _try(self, assessment: Assessment, form: str) -> None:
        """A modified form: only what the standard one showed is looked at again."""
        rows = [name for name, *_ in self.seen.findings]
        record_taps(assessment.id, list(taps(self.seen, assessment.id, form, rows=rows)), by=self.by)

    def _measure(self, assessment: Assessment) -> None:
        found = list(measured_taps(self.client.name, self.seen.week, assessment.id))
        if found:
            record_taps(assessment.id, found, by=self.by, station=MEASURES, view=MEASURES)

    def _finish(self, assessment: Assessment) -> None:
        with clock.pretend(clock.utcnow() + timedelta(minutes=12)):
            version = assessments.complete(assessment, by=self.by, taps=0, zone=self.studio.time_zone)
        if self.seen.review:
            with clock.pretend(clock.utcnow() + timedelta(minutes=14)):
                self._weigh(version, self.seen.review)
        if not self.seen.pain:
            with clock.pretend(clock.utcnow() + timedelta(minutes=16)):
                self._draft(version)

    def _weigh(self, version: AssessmentVersion, said: Mapping[str, Any]) -> None:
        """What the rules propose after a re-screen is accepted, unless another answer is named; "" refuses."""
        one = rescreen_of(version)
        if one is None:
            raise LookupError(f"{self.client.name} had no programme to look back on")
        asked = Said(said["done"], one.planned, said.get("not_clean", ()), said.get("reached", ()))
        proposals = reviews.suggest(one, asked, by=self.by)
        if not said.get("open"):
            for proposal in proposals:
                chosen, why = said.get("answers", {}).get(proposal.compensation, (proposal.proposed, ""))
                reviews.decide(proposal, chosen or None, why, one.issued, by=self.by)

    def _draft(self, version: AssessmentVersion) -> None:
        draft = programmes.draft_from(version, by=self.by)
        if self.hand_over and draft.on_sheet:
            details = programmes.Details(draft.home_days, draft.next_date, draft.message)
            programmes.issue(draft, details, size=None, studio=self.studio, seen=draft.revision, by=self.by)
