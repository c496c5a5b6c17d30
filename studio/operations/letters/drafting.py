"""Letters that begin by themselves: after the first screen of a referral, and after the re-screens that follow."""

from contextlib import suppress

from sqlalchemy import select

from ...clock import utcnow
from ...extensions import db
from ...models.assessments import Assessment, AssessmentVersion, State
from ...models.clients import Client
from ...models.comparisons import MOST, completed, week_name
from ...models.database import write
from ...models.letters import Letter, LetterKind, letters_of
from ...models.mails import State as MailState
from ...models.referral_clocks import working_day
from ...models.referrals import Kind, Referral
from ...models.referrals import State as Stage
from ...models.studios import studio_day, studio_today
from ...models.therapists import Therapist, standing
from ...models.users import User
from .. import outbox
from ..events import record

WITHIN = 5
"""Working days from the screen to its letter (programming reference, forms.letter_back_rules)."""
SCREENS = (LetterKind.assessed, LetterKind.week_6, LetterKind.week_12)
REFUSED = (Stage.declined, Stage.no_response)
VOIDED = "The screen it rests on was taken out of use"


def follow(version: AssessmentVersion, *, by: User) -> None:
    """Draft what a completed screen owes to who referred, inside the caller's `write()`.

    Drafts follow an amendment by themselves, for they are set anew whenever somebody looks; a letter that was released
    already begins a new revision.
    """
    assessment = version.assessment
    if version.number > 1:
        for letter in letters_of(assessment.client_id):
            if assessment.id in letter.basis and letter.stage in ("released", "gone"):
                reopen(letter, by=by)
        return
    for referral in _accepted(assessment.client_id):
        _owed(referral, assessment, by)


def draft(
    client: Client, therapist: Therapist, kind: LetterKind, *, by: User | None, referral: Referral | None = None,
    basis: list[int] | None = None,
) -> Letter:  # fmt: skip
    """Begin a letter, by itself or by hand."""
    now = utcnow()
    letter = Letter(
        client_id=client.id,
        client=client,
        referral_id=referral.id if referral else None,
        referral=referral,
        therapist_id=therapist.id,
        therapist=therapist,
        recipient=known_as(therapist),
        kind=kind,
        basis=basis if basis is not None else [],
        words={},
        revision=1,
        due_on=working_day(studio_day(now), WITHIN) if kind in SCREENS else studio_day(now),
        drafted_at=now,
        drafted_by_id=by.id if by else None,
        read_by=[],
        went=[],
    )
    with write() as session:
        session.add(letter)
        session.flush()
        record("letter.drafted", "Letter drafted", by=by, client=client, subject=named(letter), letter=kind.value)
    return letter


def draft_now(client: Client, therapist: Therapist, *, asks: bool, by: User) -> Letter:
    """Begin a letter by hand: a question, or an account of the client's last screens."""
    if asks:
        return draft(client, therapist, LetterKind.question, by=by, referral=_of(client.id, therapist))
    done = [one.id for one in completed(client.id)]
    basis = list(dict.fromkeys((*done[:1], *done[-MOST + 1 :])))
    kind = LetterKind.assessed if len(basis) < 2 else LetterKind.week_6 if len(basis) == 2 else LetterKind.week_12
    return draft(client, therapist, kind, by=by, referral=_of(client.id, therapist), basis=basis)


def reopen(letter: Letter, *, by: User) -> None:
    """Begin a new revision of a released letter: it is read and released again, and sent again if somebody wants.

    A mail with the old one that has not left yet is stopped.
    """
    with write():
        _hold_back(letter, by)
        letter.revision += 1
        letter.released_at, letter.released_by_id, letter.sheet = None, None, None
        letter.mail_id, letter.handed_at, letter.read_by = None, None, []
        letter.due_on = working_day(studio_today(), WITHIN)
        record("letter.revised", "Letter begun anew", by=by, client=letter.client, subject=named(letter))


def forget(assessment: Assessment, *, by: User) -> None:
    """Drop what rests on a screen taken out of use and has not left the house, inside the caller's `write()`."""
    for letter in letters_of(assessment.client_id):
        if assessment.id not in letter.basis:
            continue
        _hold_back(letter, by)
        if letter.stage in ("draft", "released"):
            letter.dropped_at, letter.dropped_by_id, letter.dropped_reason = utcnow(), by.id, VOIDED
            record("letter.dropped", "Letter dropped", by=by, client=letter.client, subject=named(letter))


def _hold_back(letter: Letter, by: User) -> None:
    if letter.mail is not None and letter.mail.state is MailState.waiting:
        with suppress(outbox.TooLate):
            outbox.cancel(letter.mail, by=by)


def known_as(therapist: Therapist) -> dict[str, str]:
    """How a therapist stands on a letter."""
    fields = ("name", "profession", "clinic", "address", "fax", "email")
    return {name: getattr(therapist, name) for name in fields if getattr(therapist, name)}


def named(letter: Letter) -> str:
    return f"letter {letter.id}"


def _accepted(client_id: int) -> list[Referral]:
    """The newest standing referral of each therapist who sent this client."""
    mine = (
        select(Referral)
        .where(Referral.client_id == client_id, Referral.kind == Kind.referral, Referral.therapist_id.is_not(None))
        .where(Referral.state.not_in(REFUSED))
        .order_by(Referral.id)
    )
    return list({one.therapist_id: one for one in db.session.scalars(mine)}.values())


def _of(client_id: int, therapist: Therapist) -> Referral | None:
    return next((one for one in _accepted(client_id) if one.therapist_id == therapist.id), None)


def _owed(referral: Referral, assessment: Assessment, by: User) -> None:
    therapist = standing(referral.therapist)
    if therapist is None or assessment.started_at < referral.received_at:
        return
    mine = [one for one in letters_of(assessment.client_id) if one.referral_id == referral.id]
    first = next((one for one in mine if one.kind is LetterKind.assessed), None)
    if first is None:
        draft(assessment.client, therapist, LetterKind.assessed, by=None, referral=referral, basis=[assessment.id])
        return
    kind = _kind(first, assessment)
    if kind is None:
        return
    basis = list(dict.fromkeys((*first.basis, *_between(mine), assessment.id)))
    letter = next((one for one in mine if one.kind is kind and one.stage == "draft"), None)
    if letter is not None:  # looked at again within the window: the newest screen is what is told
        letter.basis, letter.read_by = [*first.basis, *basis[-1:]], []
        record("letter.drafted", "Letter drafted anew", by=by, client=assessment.client, subject=named(letter))
    elif not any(one.kind is kind and kind is LetterKind.week_6 for one in mine):
        basis = basis[:1] + basis[1:][-(MOST - 1) :]
        draft(assessment.client, therapist, kind, by=None, referral=referral, basis=basis)


def _between(mine: list[Letter]) -> list[int]:
    """The screen of week 6, where there was a letter about it."""
    return [one.basis[-1] for one in mine if one.kind is LetterKind.week_6 and one.stage != "dropped"]


def _kind(first: Letter, assessment: Assessment) -> LetterKind | None:
    """Which letter a later screen asks for, weeks being counted from the first; None outside every window."""
    began = db.session.get(Assessment, first.basis[0]) if first.basis else None
    if began is None or began.state is State.voided or began.id == assessment.id:
        return None
    week = week_name(studio_day(began.started_at), studio_day(assessment.started_at))
    return {"Week 6": LetterKind.week_6, "Week 12": LetterKind.week_12, "Week 16": LetterKind.week_12}.get(week)
