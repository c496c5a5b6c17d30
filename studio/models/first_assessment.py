"""The client's first assessment, which later ones are compared with."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, case, func, select
from sqlalchemy.orm import aliased

from ..extensions import db
from .assessments import Assessment, AssessmentVersion, State
from .error_bands import ErrorBands, Rater, Standing


class First(NamedTuple):
    """Its snapshot, who rated it and when; and the studio's own error bands for this comparison, where in use."""

    recorded: dict[str, Any]
    coach_id: int
    started_at: datetime
    likely: int | None
    clear: int | None

    @property
    def own(self) -> tuple[int, int] | None:
        """From how many points a change is likely, and clear, by the studio's own error."""
        return (self.likely, self.clear) if self.likely is not None and self.clear is not None else None


def first_before(assessment: Assessment) -> First | None:
    """What the client's first complete assessment recorded in its last version, when that was an earlier one.

    A second rating is blind: nothing stands beside it.
    """
    if assessment.second_to_id:
        return None
    values = {"client": assessment.client_id, "before": assessment.started_at, "coach": assessment.coach_id}
    row = db.session.execute(_FIRST, values).first()
    return First(*row) if row else None


# Composed once, and one statement for both: every board asks it.
_newer = aliased(ErrorBands)
_FIRST = (
    select(AssessmentVersion.recorded, Assessment.coach_id, Assessment.started_at, ErrorBands.likely, ErrorBands.clear)
    .join(Assessment, Assessment.id == AssessmentVersion.assessment_id)
    .outerjoin(
        ErrorBands,
        (ErrorBands.rater == case((Assessment.coach_id == bindparam("coach"), Rater.same), else_=Rater.other))
        & (ErrorBands.id == select(func.max(_newer.id)).where(_newer.rater == ErrorBands.rater).scalar_subquery())
        & (ErrorBands.standing == Standing.in_use),
    )
    .where(
        Assessment.client_id == bindparam("client"),
        Assessment.state.in_((State.complete, State.amending)),
        Assessment.started_at < bindparam("before"),
    )
    .order_by(Assessment.started_at, Assessment.id, AssessmentVersion.number.desc())
    .limit(1)
)
