"""What a re-screen suggested for each finding the programme was built on, and what the coach made of it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Literal

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ..ces.case import Case, History, Plan
from ..ces.decisions import Then
from ..ces.sides import OneSide
from ..extensions import db
from .assessments import Assessment, AssessmentVersion, State
from .base import ClientRef, Id, Json, Model, Moment, UserRef, Words, choice
from .cases import programme_case
from .programmes import Programme
from .users import User

WEEK_6 = 6
HELD_WEEKS = 2  # "same block for 2 more weeks" (programming reference, decision_table R4 and R5)
LEAST_DONE = 49  # what "less at home" means to the limits of a sheet


class Reply(StrEnum):
    """What the coach said to a proposal."""

    open = "open"
    accepted = "accepted"
    changed = "changed"
    refused = "refused"


class Review(Model):
    """One finding after one re-screen. `chosen` is what counts: "" while nobody decided, or when it was refused.

    `facts` is what the rules looked at; `lagging` the side that gets one more set, "" without one; `rungs` the drills
    that gave way to another rung of their ladder when the decision was taken: pairs of exercise ids.
    """

    __tablename__ = "reviews"
    __table_args__ = (UniqueConstraint("assessment_id", "compensation"),)

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessments.id"))
    compensation: Mapped[str] = mapped_column(String(60))
    facts: Mapped[Json]
    adherence_pct: Mapped[int]
    outcome: Mapped[str] = mapped_column(String(30))
    rule: Mapped[str] = mapped_column(String(10))
    proposed: Mapped[Then] = mapped_column(String(20))
    reasons: Mapped[Words]
    lagging: Mapped[str] = mapped_column(String(5), default="")
    at: Mapped[Moment]
    user_id: Mapped[UserRef]
    reply: Mapped[Reply] = mapped_column(choice(Reply), default=Reply.open)
    chosen: Mapped[Then | Literal[""]] = mapped_column(String(20), default="")
    why: Mapped[str] = mapped_column(String(300), default="")
    rungs: Mapped[list[list[str]]] = mapped_column(JSON)
    replied_at: Mapped[Moment | None]
    replied_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    assessment: Mapped[Assessment] = relationship(lazy="joined", innerjoin=True)
    replied_by: Mapped[User | None] = relationship(foreign_keys="Review.replied_by_id", lazy="joined")

    @property
    def bias(self) -> OneSide | None:
        """The side that lags, when the coach took that up."""
        sides: dict[str, OneSide] = {"left": "left", "right": "right"}
        return sides.get(self.lagging) if self.chosen else None


def load_review(review_id: int) -> Review | None:
    return db.session.get(Review, review_id)


def reviews_of(client_id: int) -> Sequence[Review]:
    """All of a client's reviews whose assessment still counts, the oldest first."""
    mine = (
        select(Review).join(Review.assessment).where(Review.client_id == client_id, Assessment.client_id == client_id)
    )
    counts = Assessment.state != State.voided
    return db.session.scalars(mine.where(counts).order_by(Assessment.started_at, Review.id)).all()


def plan_week(programme: Programme, on: date, reviews: Iterable[Review]) -> int:
    """The week of the plan on that day, from 1: the calendar's, less the weeks that were held."""
    return max(1, programme.week(on) - held_weeks(reviews))


def plan_case(programme: Programme, version: AssessmentVersion | None, on: date) -> Case:
    """What the engine draws on: findings, person, the week of the plan, and what earlier re-screens led to."""
    reviews = reviews_of(programme.client_id)
    plan = Plan(
        weeks=programme.weeks,
        week=plan_week(programme, on, reviews),
        sessions_per_week=programme.sessions_per_week,
        session_minutes=programme.session_minutes,
    )
    case = programme_case(version, programme.client, plan, on)
    return replace(case, history=history_of(reviews, programme.setting))


def held_weeks(reviews: Iterable[Review]) -> int:
    """Weeks by which the plan stands behind the calendar: two for each re-screen that held its block."""
    held = {one.assessment_id for one in reviews if one.chosen in ("hold", "hold_simplify")}
    return HELD_WEEKS * len(held)


def history_of(reviews: Sequence[Review], setting: str) -> History:
    """What the decisions ask of the next programme; of each finding the newest one counts, rungs add up."""
    newest = {one.compensation: one for one in reviews if one.chosen}
    last = reviews[-1].assessment_id if reviews else None
    latest = [one for one in newest.values() if one.assessment_id == last]
    rungs: dict[str, str] = {}
    for one in reviews:
        if one.chosen != "progress_studio" or setting == "studio":
            for left, reached in one.rungs:
                start = next((first for first, now in rungs.items() if now == left), left)
                rungs[start] = reached
    return History(
        rungs=tuple(rungs.items()),
        home_adherence_pct=_done_at_home([one for one in reviews if one.assessment_id == last]),
        better=frozenset(one.compensation for one in latest if one.chosen == "progress"),
        settled=frozenset(one.compensation for one in newest.values() if one.chosen == "maintain"),
        lagging=tuple((one.compensation, one.bias) for one in latest if one.bias),
    )


def _done_at_home(reviews: Sequence[Review]) -> float | None:
    """Home sessions done, in per cent; a coach who asks for less at home gets the sheet of somebody who does less."""
    if not reviews:
        return None
    pct = reviews[-1].adherence_pct
    simpler = any(one.chosen in ("hold_simplify", "progress_studio") for one in reviews)
    return min(pct, LEAST_DONE) if simpler else pct
