"""What can be sold to a client today, what fits them first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select

from ...extensions import db
from ...terms.terms import Terms
from ..assessments import Assessment
from ..assessments import State as Assessed
from ..programmes import Programme, Setting
from .enrolment_line import line_of
from .enrolments import Enrolment
from .offers import OfferVersion
from .price_list import price_list

SHORT_PLAN = 12


@dataclass(frozen=True, slots=True)
class OnSale:
    """One thing on the list; `fits` says why it is the one for this client, or nothing."""

    version: OfferVersion
    terms: Terms
    fits: str = ""


def on_sale(client_id: int, on: date, *, renews: Enrolment | None = None, by_plan: bool = True) -> list[OnSale]:
    """The price list of a day, what fits this client best first, and that one with the reason why.

    `by_plan` is no for somebody who rates the client again: how long the plan is follows from what was found.
    """
    found = [OnSale(one, one.terms) for one in price_list(on)]
    wanted, why = _wanted(client_id, renews, [one.terms for one in found], by_plan)
    first = next((one for one in found if one.terms is wanted), None)
    if first is None:
        return found
    return [OnSale(first.version, first.terms, why), *(one for one in found if one is not first)]


def begins_after(renews: Enrolment, on: date) -> date:
    """The day after the package that is renewed, or today where that is over."""
    return max(line_of(renews, on).clock.ends_on + timedelta(days=1), on)


def _wanted(
    client_id: int, renews: Enrolment | None, listed: Sequence[Terms], by_plan: bool
) -> tuple[Terms | None, str]:
    if renews is not None:
        before = renews.terms
        kinds = ("maintenance", before.kind)
        after = sorted((one for one in listed if one.kind in kinds), key=lambda one: kinds.index(one.kind))
        return next(iter(after), None), f"after {before.name}"
    assessed, *plan = _known(client_id)
    weeks, per_week = plan if by_plan else (0, 0)
    if not assessed:
        return next((one for one in listed if one.kind == "assessment"), None), "not assessed yet"
    packages = [one for one in listed if one.kind == "package"]
    fitting = sorted(packages, key=lambda one: (one.weeks != weeks, one.per_week != per_week))
    why = f"the plan is {weeks} weeks" if weeks else "after the assessment"
    return next(iter(fitting), None), why


def _known(client_id: int) -> tuple[bool, int, int]:
    """Was the client assessed, and how many weeks and sessions a week is the plan? In one statement."""
    counts = Assessment.state.in_((Assessed.complete, Assessed.amending))
    assessed = select(func.count()).where(Assessment.client_id == client_id, counts).scalar_subquery()
    plan = select(Programme.weeks, Programme.sessions_per_week).where(
        Programme.client_id == client_id, Programme.setting == Setting.home
    )
    mine = plan.limit(1).subquery()
    row = db.session.execute(
        select(assessed, select(mine.c.weeks).scalar_subquery(), select(mine.c.sessions_per_week).scalar_subquery())
    ).one()
    return bool(row[0]), row[1] or 0, row[2] or 0
