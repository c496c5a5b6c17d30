"""The page after a re-screen: what was said about the weeks between, the proposals, and the decisions."""

from dataclasses import dataclass

from flask import abort, render_template

from ..forms.plans import DecisionForm, SaidForm, said_form
from ..models.assessments import load_assessment
from ..models.fields import UNRATED
from ..models.rescreens import Rescreen, rescreen_of
from ..models.reviews import Review, reviews_of
from ..models.tables import in_use


@dataclass(frozen=True)
class Deciding:
    """A decision that came back with errors."""

    review: Review
    form: DecisionForm


def rescreen_or_404(assessment_id: int) -> Rescreen:
    """The re-screen that an assessment is; one that follows no programme has nothing to review."""
    assessment = load_assessment(assessment_id) or abort(404)
    one = rescreen_of(assessment.versions[-1]) if assessment.versions else None
    return one or abort(404)


def page(one: Rescreen, form: SaidForm | None = None, deciding: Deciding | None = None) -> str:
    """The page as it stands, or with a form that came back."""
    reviews = reviews_of(one.issued.programme.client_id)
    mine = [row for row in reviews if row.assessment_id == one.version.assessment_id]
    return render_template(
        "reviews/show.html",
        one=one,
        form=form or _as_it_stands(one, mine),
        reviews=mine,
        rules=in_use().decisions.rules,
        words={rule.then: rule.words for rule in in_use().decisions.rules.values()},
        compensations=in_use().compensations,
        deciding=deciding,
        decision=DecisionForm(formdata=None),
    )


def _sore(said: str) -> dict[str, object]:
    if not said:
        return {}
    region, side, rating = said.split(".")
    strong = None if rating == UNRATED else int(rating)
    return {"sore_after": True, "sore_region": region, "sore_side": side, "sore_rating": strong}


def _as_it_stands(one: Rescreen, reviews: list[Review]) -> SaidForm:
    """What was said last; before the first time, technique is taken to be clean."""
    known = {row.compensation: row.facts for row in reviews}
    values: dict[str, object] = {"planned": one.planned}
    for n, compensation in enumerate(one.findings):
        facts = known.get(compensation, {})
        values |= {
            f"clean_{n}": facts.get("technique_clean", True),
            f"reached_{n}": facts.get("goal_reached", False),
        }
    if reviews:
        facts = reviews[0].facts
        values |= {name: facts[name] for name in ("done", "planned")} | _sore(facts.get("sore", ""))
    return said_form(one.findings, formdata=None, **values)
