"""A released letter leaves the house: only where the client's consent covers who gets it, or in the client's hand."""

from dataclasses import replace

from ... import clock
from ...mail import written
from ...models.database import write
from ...models.due import plan_is_longer
from ...models.letter_texts import consent
from ...models.letters import Letter, LetterKind
from ...models.papers import Paper, letter_paper
from ...models.private_links import What
from ...models.referrals import State
from ...models.shares import Share, share_with
from ...models.studios import Studio
from ...models.therapists import Therapist, standing
from ...models.users import User
from .. import addresses, outbox, private_links
from ..events import record
from ..referrals import steps
from ..sheet_codes import house
from .drafting import known_as, named
from .releasing import Closed, keep, stored_sheet

BY_MAIL = ("link", "pdf")
BY_HAND = {"print": "printed and posted", "fax": "faxed", "given": "given to the client to hand over"}
GIVEN = "given"


class NotCovered(Exception):
    """No consent to share stands that names who would get it."""


class Unreachable(Exception):
    """There is no address on file for that way."""


def leave(letter: Letter, how: str, *, studio: Studio, by: User) -> str:
    """Let it go one of these ways, and say what happens now; raises what `send` and `hand` raise."""
    if how in BY_MAIL:
        send(letter, how, studio=studio, by=by)
        return "The mail goes out in 3 minutes."
    hand(letter, how, studio=studio, by=by)
    return f"Noted: {BY_HAND[how]}."


def send(letter: Letter, how: str, *, studio: Studio, by: User) -> None:
    """Queue it as a mail to the address on file, with a private link or with the paper itself.

    Raises NotCovered, Unreachable, and Closed unless it is released and not on its way.
    """
    therapist, share = _covered(letter, studio)
    if letter.kind is LetterKind.received or not therapist.email or (how == "link" and not house()):
        raise Unreachable
    with write() as session:
        session.refresh(letter)
        if letter.stage != "released":
            raise Closed
        paper = _as_consented(letter, share, by)
        link = addresses.link("letter_links.show", key=private_links.open_letter(letter)) if how == "link" else ""
        message = written(
            "letter",
            to=therapist.email,
            to_name=therapist.name,
            attachments=() if link else (paper.id,),
            studio=studio.name,
            reference=letter.referral.reference if letter.referral else "",
            coach=by.name,
            phone=studio.phone,
            address=link,
            days=private_links.LASTS[What.letter].days,
        )
        letter.mail = outbox.queue(message, about=named(letter), kind="letter", client=letter.client, by=by)
        _gone(letter, f"mail_{how}", therapist, by, to=therapist.email)


def hand(letter: Letter, how: str, *, studio: Studio, by: User) -> None:
    """Note that it left on paper; what the client takes along needs no consent to share. Raises NotCovered, Closed."""
    therapist = standing(letter.therapist)
    if how != GIVEN and letter.kind is not LetterKind.received:  # a receipt tells nothing of anybody
        therapist, _ = _covered(letter, studio)
    with write() as session:
        session.refresh(letter)
        if letter.stage != "released":
            raise Closed
        letter.handed_at = clock.utcnow()
        _gone(letter, how, therapist, by, to=_number(therapist) if how == "fax" else "")


def call_back(letter: Letter, *, by: User) -> None:
    """Stop a mail that is still held, or take back that it left on paper; raises outbox.TooLate."""
    with write():
        if letter.handed_at is not None:
            letter.handed_at = None
        elif letter.mail is not None:
            outbox.cancel(letter.mail, by=by)
        letter.went = [*letter.went[:-1], letter.went[-1] | {"back": clock.utcnow().isoformat()}] if letter.went else []
        if _ends(letter) and letter.referral and letter.referral.state is State.finished:
            steps.undo(letter.referral, by=by)
        record("letter.called-back", "Letter called back", by=by, client=letter.client, subject=named(letter))


def missing_for(letter: Letter, studio: Studio) -> tuple[Share | None, bool]:
    """The consent that covers it today, and whether its reader has a mail address on file."""
    therapist = standing(letter.therapist)
    if therapist is None or letter.client_id is None:
        return None, False
    return share_with(letter.client_id, therapist.id, clock.today(studio.time_zone)), bool(therapist.email)


def _covered(letter: Letter, studio: Studio) -> tuple[Therapist, Share]:
    therapist = standing(letter.therapist)
    share, _ = missing_for(letter, studio)
    if therapist is None or share is None:
        raise NotCovered
    return therapist, share


def _as_consented(letter: Letter, share: Share, by: User) -> Paper:
    """The paper as it goes: it names the consent of today, which may be another than when it was released."""
    sheet = stored_sheet(letter)
    words = consent(share, letter)
    paper = letter_paper(letter.id, letter.revision)
    if paper is not None and (sheet.consent == words or letter.refer_out_id):
        return paper
    letter.revision += 1
    return keep(letter, replace(sheet, consent=words, version=letter.revision), by=by)


def _ends(letter: Letter) -> bool:
    """Is it the last one? A longer plan has another screen to tell of, and is finished by hand."""
    return letter.kind is LetterKind.week_12 and not (letter.client_id and plan_is_longer(letter.client_id))


def _gone(letter: Letter, how: str, therapist: Therapist | None, by: User, *, to: str) -> None:
    """Write down the disclosure: who was told, how, and which revision."""
    now = clock.utcnow()
    letter.recipient = known_as(therapist) if therapist else letter.recipient
    line = {"how": how, "at": now.isoformat(), "by": by.name, "to": to, "revision": letter.revision}
    letter.went = [*letter.went, line]
    if _ends(letter) and letter.referral and letter.referral.state.open:
        steps.move(letter.referral, State.finished, by=by)
    to_client = how == GIVEN and letter.client
    whom = "the client" if to_client else therapist.words if therapist else letter.recipient.get("name", "the sender")
    record(
        "letter.disclosed",
        f"{letter.kind.value.replace('_', ' ').capitalize()} letter to {whom}"[:300],
        by=by,
        client=letter.client,
        subject=named(letter),
        how=how,
        therapist=therapist.id if therapist else None,
        revision=letter.revision,
    )


def _number(therapist: Therapist | None) -> str:
    return therapist.fax if therapist else ""
