"""What a re-screen suggests for a finding the programme was built on: rules R0 to R9. The coach decides."""

from dataclasses import dataclass
from typing import Literal

from studio.ces.catalogue import Catalogue
from studio.ces.decisions import Adherence, Outcome, Then
from studio.ces.sides import LEFT_RIGHT, OneSide

Grades = tuple[int, int]  # severity 0-2 on the left and on the right; a midline finding has it twice
Stop = Literal["red_flag", "test_pain", "after_sessions", "pain"]

ONE_RATER, TWO_RATERS = 1, 2  # grades from which a change counts (periodisation, scale_reason)
TRIED: Then = "change_strategy"
STOPS: dict[Stop, str] = {
    "red_flag": "A red flag stands.",
    "test_pain": "A test of this area was stopped for pain.",
    "after_sessions": "New pain lasted over 24 hours after sessions, twice running.",
}


@dataclass(frozen=True, slots=True)
class Screened:
    """One finding at the last screen and at this one, and what else the rules ask for.

    `now` None: it was not tested, or cannot be compared (another depth, other shoes). `measured`: a measure that
    confirms the finding has got better by more than its error. `stop` "pain" is pain of the area that counts only when
    the finding is worse. `tried`: what earlier re-screens led to.
    """

    compensation: str
    before: Grades
    now: Grades | None
    same_rater: bool = True
    measured: bool = False
    technique_clean: bool = True
    goal_reached: bool = False
    stop: Stop | None = None
    tried: frozenset[Then] = frozenset()
    last: bool = False  # week 12, or week 16 of a longer plan


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rules suggest; `bias` is the side that gets one more activate set (R9, beside any other rule)."""

    compensation: str
    outcome: Outcome
    rule: str
    then: Then
    reasons: tuple[str, ...]
    bias: OneSide | None = None


def propose(one: Screened, adherence_pct: float, cat: Catalogue) -> Proposal:
    """Land on exactly one rule (programming reference, decision_table and decision_matrix, level D).

    `adherence_pct`: home sessions done of those planned since the last review.
    """
    band = cat.decisions.adherence(adherence_pct)
    outcome, why = _outcome(one)
    rule = cat.decisions.rules[_rule(one, outcome, band, cat)]
    reasons = [*why, *_more_reasons(rule.id, adherence_pct, band)]
    return Proposal(one.compensation, outcome, rule.id, rule.then, tuple(reasons), _bias(one))


def _rule(one: Screened, outcome: Outcome, band: Adherence, cat: Catalogue) -> str:
    if one.stop in ("red_flag", "test_pain"):  # R0 and R7 before everything else
        return "R0"
    if outcome == "unchanged" and _settled(one):
        return "R2"
    rule = cat.decisions.matrix[outcome, band]
    if rule == "R6" and "regress" in one.tried:
        return "R6b"
    return "R8" if rule == "R3" and one.last and TRIED in one.tried else rule


def _outcome(one: Screened) -> tuple[Outcome, list[str]]:
    if one.stop in STOPS:
        return "worse_with_pain", [STOPS[one.stop]]
    if one.now is None:
        return "not_testable", ["It was not tested this time, or cannot be compared."]
    changes = [now - then for then, now in zip(one.before, one.now, strict=True)]
    counted = [change for change in changes if abs(change) >= (ONE_RATER if one.same_rater else TWO_RATERS)]
    worse, better = any(change > 0 for change in counted), any(change < 0 for change in counted)
    why = [_grades(one)]
    if any(changes) and not counted:
        why.append("Another coach looked, and one grade is within what two people differ by: not counted.")
    if worse and better and not one.stop:
        return "unchanged", [*why, "Better on one side and worse on the other: counted as the same."]
    if worse:
        return ("worse_with_pain", [*why, "It hurts there."]) if one.stop else ("worse_no_pain", why)
    if better and not any(one.now):
        return "resolved", why
    if better or one.measured:
        if one.measured and not better:
            why.append("A measure that goes with it is better by more than its error.")
        return ("improved" if one.technique_clean else "improved_technique_not_clean"), why
    return "unchanged", why


def _settled(one: Screened) -> bool:
    """Tell whether it has stayed mild on two screens while the goal was reached."""
    return one.goal_reached and one.now is not None and max(one.before) == max(one.now) == 1


def _bias(one: Screened) -> OneSide | None:
    """Give the side that lagged by a grade or more on both screens; without a test there is none."""
    lagging = [_lagging(grades) for grades in (one.before, one.now) if grades]
    return lagging[0] if len(lagging) == len(LEFT_RIGHT) and lagging[0] == lagging[1] else None


def _lagging(grades: Grades) -> OneSide | None:
    left, right = grades
    return None if left == right else "left" if left > right else "right"


GRADE_WORDS = ("not seen", "mild", "marked")


def _grades(one: Screened) -> str:
    then, now = (_said(grades) for grades in (one.before, one.now or one.before))
    return f"It was {then} and still is." if then == now else f"It was {then}, now it is {now}."


def _said(grades: Grades) -> str:
    left, right = grades
    if left == right:
        return GRADE_WORDS[left]
    return f"{GRADE_WORDS[left]} on the left and {GRADE_WORDS[right]} on the right"


def _more_reasons(rule: str, pct: float, band: Adherence) -> list[str]:
    if rule in ("R0", "R2", "R1c", "again", "R7"):
        return ["The goal is reached."] if rule == "R2" else []
    words = {"high": "most", "partial": "more than half", "low": "less than half"}[band]
    done = f"{pct:.0f}% of the home sessions were done: {words} of them."
    before = {"R6b": "It went one rung down before.", "R8": "A change of strategy was tried before."}
    return [done, *([before[rule]] if rule in before else [])]
