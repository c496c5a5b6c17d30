"""A therapist's page: everything between us on one line of time, and what became of their referrals."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ..extensions import db
from .letters import Letter, LetterKind
from .outreach import Outreach, OutreachKind
from .referral_findings import FindingCounts, findings_since
from .referral_progress import Progress, progress_of
from .referrals import Kind, Referral, State
from .studios import studio_day
from .therapists import Therapist, TherapistMerge

LETTERS = {
    LetterKind.received: "Receipt",
    LetterKind.assessed: "Letter after the assessment",
    LetterKind.week_6: "Letter at week 6",
    LetterKind.week_12: "Letter at week 12",
    LetterKind.question: "Question",
}
OUTREACH = {
    OutreachKind.introduction: "Introduction",
    OutreachKind.lunch_talk: "Lunch talk",
    OutreachKind.one_pager: "One-page overview sent",
    OutreachKind.call: "Phone call",
    OutreachKind.visit: "Visit",
    OutreachKind.thanks: "Thank-you note",
}
SHOWN = 40


@dataclass(frozen=True)
class Sent:
    """One referral of theirs: who, how far, and how long until the first contact."""

    id: int
    reference: str
    name: str
    client_id: int | None
    state: State
    received_at: datetime
    progress: Progress


@dataclass(frozen=True)
class Moment:
    """One thing on the line of time; an outreach can be changed in place."""

    on: date
    title: str
    detail: str = ""
    state: Literal["done", "key"] = "done"
    outreach: Outreach | None = None
    referral: int | None = None


@dataclass(frozen=True)
class Conversions:
    """How many came how far, and the middle of the hours until somebody got through to them."""

    received: int
    assessed: int
    in_programme: int
    finished: int
    hours: float | None


@dataclass(frozen=True)
class TherapistPage:
    """`line` is the newest first; `findings` is None for whom findings are not shown."""

    sent: list[Sent]
    line: list[Moment]
    conversions: Conversions
    findings: FindingCounts | None
    merges: list[TherapistMerge]

    @property
    def contact(self) -> date | None:
        """The last time either wrote, called or came."""
        return self.line[0].on if self.line else None


def therapist_page(therapist: Therapist, *, hidden: Collection[int] | None) -> TherapistPage:
    """Read it; `hidden` are clients whose findings this person may not see now, None for all of them."""
    sent = _sent(therapist.id)
    began = {one.client_id: one.received_at for one in reversed(sent) if one.client_id}
    told = {id: at for id, at in began.items() if id not in hidden} if hidden is not None else None
    line = [*_referrals(sent), *_letters(therapist.id), *_outreach(therapist.id)]
    return TherapistPage(
        sent=sent,
        line=sorted(line, key=lambda one: one.on, reverse=True)[:SHOWN],
        conversions=conversions_of([one.progress for one in sent]),
        findings=findings_since(told) if told is not None else None,
        merges=_merges(therapist.id),
    )


def conversions_of(progress: Collection[Progress]) -> Conversions:
    """Count how far they came."""
    hours = [one.hours for one in progress if one.hours is not None]
    assessed, started, finished = (
        sum(one.reached(state) for one in progress) for state in (State.assessed, State.in_programme, State.finished)
    )
    return Conversions(len(progress), assessed, started, finished, median(hours) if hours else None)


def _sent(therapist_id: int) -> list[Sent]:
    query = (
        select(Referral.id, Referral.reference, Referral.person, Referral.client_id, Referral.state)
        .add_columns(Referral.received_at)
        .where(Referral.therapist_id == therapist_id, Referral.kind == Kind.referral)
        .order_by(Referral.received_at.desc(), Referral.id.desc())
    )
    rows = db.session.execute(query).all()
    progress = progress_of([(row.id, row.received_at) for row in rows])
    return [
        Sent(row.id, row.reference, str(row.person.get("name", "")), row.client_id, row.state, row.received_at,
             progress[row.id])
        for row in rows
    ]  # fmt: skip


def _referrals(sent: list[Sent]) -> list[Moment]:
    return [
        Moment(studio_day(one.received_at), f"Referred {one.name}", one.state.label, "key", referral=one.id)
        for one in sent
    ]


def _letters(therapist_id: int) -> list[Moment]:
    query = (
        select(Letter)
        .options(joinedload(Letter.referral))
        .where(Letter.therapist_id == therapist_id, Letter.released_at.is_not(None))
        .order_by(Letter.released_at.desc())
        .limit(SHOWN)
    )
    found = []
    for one in db.session.scalars(query):
        about = one.client.name if one.client else one.referral.person_name if one.referral else ""
        if one.released_at:
            found.append(Moment(studio_day(one.released_at), LETTERS[one.kind], about))
    return found


def _outreach(therapist_id: int) -> list[Moment]:
    query = select(Outreach).where(Outreach.therapist_id == therapist_id, Outreach.removed_at.is_(None))
    rows = db.session.scalars(query.order_by(Outreach.on.desc(), Outreach.id.desc()).limit(SHOWN))
    return [
        Moment(one.on, OUTREACH[one.kind], " · ".join(filter(None, (one.note, one.by.name))), outreach=one)
        for one in rows
    ]


def _merges(therapist_id: int) -> list[TherapistMerge]:
    query = (
        select(TherapistMerge)
        .options(joinedload(TherapistMerge.gone))
        .where(TherapistMerge.kept_id == therapist_id, TherapistMerge.undone_at.is_(None))
        .order_by(TherapistMerge.id.desc())
    )
    return list(db.session.scalars(query))
