"""How far many referrals have come, in one question: the furthest state, and the hours to the first contact."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from ..extensions import db
from .referrals import ReferralStep, State

FURTHER = (State.received, State.contacted, State.booked, State.assessed, State.in_programme, State.finished)


@dataclass(frozen=True)
class Progress:
    """`furthest` is the furthest state that stands, whatever came after it; `hours` None while nobody got through."""

    furthest: State
    hours: float | None = None

    def reached(self, state: State) -> bool:
        return FURTHER.index(self.furthest) >= FURTHER.index(state)


def progress_of(referrals: Collection[tuple[int, datetime]]) -> dict[int, Progress]:
    """By id, for pairs of an id and the moment of receipt."""
    began = dict(referrals)
    steps = (
        select(ReferralStep.referral_id, ReferralStep.state, ReferralStep.at)
        .where(ReferralStep.referral_id.in_(began), ReferralStep.undone_at.is_(None), ReferralStep.state.in_(FURTHER))
        .order_by(ReferralStep.at)
    )
    found = {id: Progress(State.received) for id in began}
    for id, state, at in db.session.execute(steps):
        known = found[id]
        hours = known.hours
        if hours is None and state is not State.received:
            hours = max(0.0, (at - began[id]).total_seconds() / 3600)
        found[id] = Progress(max(known.furthest, state, key=FURTHER.index), hours)
    return found
