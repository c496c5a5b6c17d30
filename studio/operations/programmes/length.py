"""How many weeks a plan runs: by the stated reasons, until a coach says otherwise."""

from datetime import date

from ...ces.weeks import plan_length
from ...models.assessments import AssessmentVersion
from ...models.programmes import Programme
from ...models.reviews import WEEK_6, plan_case, reviews_of
from ...models.tables import in_use


def settle_length(programme: Programme, version: AssessmentVersion | None, on: date, *, anew: bool = False) -> None:
    """Let the reasons of today decide, inside the caller's `write()`.

    They never make a plan shorter that has begun, unless `anew`; a coach's own choice stands.
    """
    if programme.weeks_by_id is not None:
        return
    week_6 = [one.chosen for one in reviews_of(programme.client_id) if one.facts["week"] == WEEK_6 and one.chosen]
    length = plan_length(plan_case(programme, version, on), in_use(), week_6=week_6)
    if anew or programme.started_on is None or length.weeks > programme.weeks:
        programme.weeks, programme.weeks_why = length.weeks, list(length.reasons)
