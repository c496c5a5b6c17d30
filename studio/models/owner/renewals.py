"""Renewals due: whose package is in its last weeks and who has none after it, with what changed so far."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select

from ...extensions import db
from ..assessments import Assessment
from ..assessments import State as Assessed
from ..reviews import Review
from .running import HEAD, Running, ids_of, running

SAID: Final = {
    "resolved": "better",
    "improved": "better",
    "improved_technique_not_clean": "better",
    "unchanged": "the same",
    "worse_no_pain": "more than before",
    "worse_with_pain": "more than before",
    "not_testable": "cannot be said",
}


@dataclass(frozen=True)
class Renewal:
    """`evidence` is what the last re-screen said of the findings: “3 better, 1 the same”; empty without one."""

    who: Running
    evidence: str


@dataclass(frozen=True)
class Renewals:
    """Those that wait, and how many of the packages in their last weeks have one already."""

    rows: list[Renewal]
    renewed: int

    def file(self) -> list[list[object]]:
        head: list[object] = [*HEAD, "Sessions left", "Ends", "Good until", "Since the start"]
        return [head, *(self._cells(one) for one in self.rows)]

    def _cells(self, one: Renewal) -> list[object]:
        line = one.who.line
        return [*one.who.cells, line.left, line.clock.ends_on, line.clock.last_on, one.evidence]


def renewals(on: date, *, hidden: Collection[int]) -> Renewals:
    """The one that ends first on top; of `hidden` clients nothing that was found is told."""
    near = [one for one in running(on) if one.line.renewable]
    waiting = sorted(
        (one for one in near if not one.renewed and not one.declined),
        key=lambda one: (one.line.clock.ends_on, one.client.name),
    )
    said = evidence_for([id_ for id_ in ids_of(waiting) if id_ not in hidden])
    rows = [Renewal(one, said.get(one.client.id, "")) for one in waiting]
    return Renewals(rows, renewed=sum(one.renewed for one in near))


def evidence_for(clients: Sequence[int]) -> dict[int, str]:
    """What each client's last reviewed re-screen said of the findings, in one statement."""
    rows = (
        select(Review.client_id, Review.assessment_id, Review.outcome)
        .join(Assessment, Assessment.id == Review.assessment_id)
        .where(Review.client_id.in_(clients), Assessment.state != Assessed.voided)
        .order_by(Assessment.started_at)
    )
    found: defaultdict[int, defaultdict[int, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for client, assessment, outcome in db.session.execute(rows):
        found[client][assessment][SAID[outcome]] += 1
    return {client: _words([*screens.values()][-1]) for client, screens in found.items()}


def _words(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[word]} {word}" for word in dict.fromkeys(SAID.values()) if counts[word])
