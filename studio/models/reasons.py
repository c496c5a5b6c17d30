"""Which findings a hand-picked exercise serves, so that it too says why it is there."""

from ..ces.case import Case
from ..ces.catalogue import catalogue
from ..ces.exercises import Exercise
from ..ces.reasoning import Because, Claim, reason
from ..ces.sides import Side, joined


def reasons_for(case: Case, exercise_id: str) -> tuple[Side, tuple[Because, ...], tuple[str, ...]]:
    """The side to train, the reasons, and the muscles behind them; both sides without a reason when nothing seen fits.

    An inhibit or lengthen drill serves muscles that are probably overactive, an activate drill the underactive ones.
    An integrate drill works on the whole pattern, so it takes its reasons from all findings only through selection.
    """
    exercise = catalogue().exercises[exercise_id]
    claims = _claims(case, exercise)
    if not claims:
        return "both", (), ()
    side = joined(claim.side for claim in claims) if exercise.dose.per_side and exercise.phase != "activate" else "both"
    because: dict[tuple[str, str | None], Because] = {}
    for claim in claims:
        for one in claim.because:
            because.setdefault((one.compensation, one.side), one)
    return side, tuple(because.values()), tuple(dict.fromkeys(claim.muscle for claim in claims))


def _claims(case: Case, exercise: Exercise) -> list[Claim]:
    found = reason(case.assessments, catalogue())
    match exercise.phase:
        case "inhibit" | "lengthen":
            claims = found.overactive
        case "activate":
            claims = found.underactive
        case "integrate":
            return []
    mine = {muscle for target in exercise.targets for muscle in catalogue().members(target)}
    return [claim for claim in claims if claim.muscle in mine]
