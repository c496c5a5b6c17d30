"""Which findings a hand-picked exercise serves, so that it too says why it is there."""

from ..ces.case import Case
from ..ces.exercises import Exercise
from ..ces.findings import join
from ..ces.measured import measured
from ..ces.reasoning import Because, Claim, reason
from ..ces.sides import Side, joined
from .tables import in_use


def reasons_for(case: Case, exercise_id: str) -> tuple[Side, tuple[Because, ...], tuple[str, ...]]:
    """The side to train, the reasons, and the muscles behind them; both sides and nothing when no finding fits.

    An inhibit or lengthen drill serves muscles that are probably overactive, an activate drill the underactive ones,
    an integrate drill the findings whose place in the body it stands for.
    """
    exercise = in_use().exercises[exercise_id]
    if exercise.phase == "integrate":
        return "both", _whole_pattern(case, exercise), ()
    claims = _claims(case, exercise)
    if not claims:
        return "both", (), ()
    side = joined(claim.side for claim in claims) if exercise.dose.per_side and exercise.phase != "activate" else "both"
    because: dict[tuple[str, str | None], Because] = {}
    for claim in claims:
        for one in claim.because:
            because.setdefault((one.compensation, one.side), one)
    return side, tuple(because.values()), tuple(dict.fromkeys(claim.muscle for claim in claims))


def _claims(case: Case, exercise: Exercise) -> tuple[Claim, ...]:
    found = reason(case.assessments, in_use(), measured(case, in_use()))
    claims = found.underactive if exercise.phase == "activate" else found.overactive
    mine = {muscle for target in exercise.targets for muscle in in_use().members(target)}
    return tuple(claim for claim in claims if claim.muscle in mine)


def _whole_pattern(case: Case, exercise: Exercise) -> tuple[Because, ...]:
    """The tie between a place in the body and a movement is our own design (level D), as in the engine's choice."""
    cat = in_use()
    return tuple(
        Because(seen.compensation.id, seen.side, seen.severity, "", ("reasoned",), "inferred")
        for seen in sorted(join(case.assessments, cat), key=lambda seen: -seen.severity)
        if any(
            exercise.id in cat.integrate_options[key]
            for key in cat.integrate_of_checkpoint[seen.compensation.checkpoint]
        )
    )
