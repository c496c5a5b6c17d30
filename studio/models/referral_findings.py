"""What became of the findings of people who were referred: the first assessment after it beside the last, counted.

Numbers only, by the same comparison as everywhere else: a change within measuring error is none.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from ..ces.comparing import Occasion, compare_rows
from ..extensions import db
from .assessments import Assessment, AssessmentVersion, State
from .recorded import results_in
from .tables import in_use


@dataclass(frozen=True)
class FindingCounts:
    """Findings of the first assessment by what can be said of them at the last, a side each; `new` are beside them.

    `unclear` were too small a change to call, or could not be compared. `clients` had two assessments or more.
    """

    clients: int = 0
    resolved: int = 0
    improved: int = 0
    same: int = 0
    more: int = 0
    unclear: int = 0
    new: int = 0

    @property
    def findings(self) -> int:
        return self.resolved + self.improved + self.same + self.more + self.unclear


def findings_since(began: Mapping[int, datetime]) -> FindingCounts:
    """Count for these clients, by id, from the moment each was referred."""
    pairs = _first_and_last(began)
    recorded = _recorded([id for pair in pairs for id, _ in pair])
    counted: Counter[str] = Counter()
    cat = in_use()
    for pair in pairs:
        occasions = [Occasion(results_in(recorded[id]), (), rater) for id, rater in pair]
        for row in compare_rows(occasions, cat):
            if row.cells[0].severity:
                counted[row.overall.verdict] += 1
            elif row.overall.verdict == "new":
                counted["new"] += 1
    return FindingCounts(
        clients=len(pairs),
        resolved=counted["resolved"],
        improved=counted["improved"],
        same=counted["same"],
        more=counted["worse"],
        unclear=counted["too_small"] + counted["not_comparable"],
        new=counted["new"],
    )


def _first_and_last(began: Mapping[int, datetime]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The first and the last completed assessment of each since then, as (id, who rated)."""
    query = select(Assessment.client_id, Assessment.started_at, Assessment.id, Assessment.coach_id).where(
        Assessment.client_id.in_(began), Assessment.state.in_((State.complete, State.amending))
    )
    done: dict[int, list[tuple[int, int]]] = {}
    for client_id, at, id, rater in db.session.execute(query.order_by(Assessment.started_at, Assessment.id)):
        if at >= began[client_id]:
            done.setdefault(client_id, []).append((id, rater))
    return [(all_[0], all_[-1]) for all_ in done.values() if len(all_) > 1]


def _recorded(ids: list[int]) -> dict[int, dict[str, object]]:
    """What each said last, without what the engine made of it then."""
    last = (
        select(AssessmentVersion.assessment_id, func.max(AssessmentVersion.number).label("number"))
        .where(AssessmentVersion.assessment_id.in_(ids))
        .group_by(AssessmentVersion.assessment_id)
        .subquery()
    )
    found = select(AssessmentVersion.assessment_id, AssessmentVersion.recorded).join(
        last, (last.c.assessment_id == AssessmentVersion.assessment_id) & (last.c.number == AssessmentVersion.number)
    )
    return dict(db.session.execute(found).all())
