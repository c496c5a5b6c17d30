"""The answer that a referral gets by itself: it has reached us, and this is what happens next."""

from ...clock import utcnow
from ...mail import Message, written
from ...mail.message import NoAddress
from ...models.database import write
from ...models.letters import Letter, LetterKind
from ...models.referrals import Kind, Referral
from ...models.sheets_letter_received import received_sheet
from ...models.studios import Studio, the_studio
from ...sheets.letter import LetterSheet
from ...sheets.stored import pack
from .. import outbox
from ..events import record
from ..sheet_codes import house


def acknowledge(referral: Referral, key: str) -> Letter | None:
    """Tell the sender that their referral is here, inside the caller's `write()`; None for an inquiry.

    It goes by mail at once where they gave an address, with the address of the status page that `key` opens. Else it
    waits among the letters to be printed or faxed.
    """
    studio = the_studio()
    if studio is None or referral.kind is not Kind.referral:
        return None
    now, sheet = utcnow(), received_sheet(referral, studio)
    letter = Letter(
        referral_id=referral.id,
        therapist_id=referral.therapist_id,
        recipient=dict(referral.sender),
        kind=LetterKind.received,
        sheet=pack(sheet),
        drafted_at=now,
        released_at=now,
    )
    with write() as session:
        session.add(letter)
        session.flush()
        message = _message(referral, sheet, key, studio)
        to = _send(letter, message) if message else ""
        sent = "by mail" if to else "to be printed or faxed"
        record("letter.received", f"Receipt of a referral, {sent}", by=None, subject=f"letter {letter.id}")
    return letter


def _message(referral: Referral, sheet: LetterSheet, key: str, studio: Studio) -> Message | None:
    if not referral.sender.get("email"):
        return None
    return written(
        "letter_received",
        to=referral.sender["email"],
        to_name=referral.sender.get("name", ""),
        studio=studio.name,
        reference=referral.reference,
        lead=sheet.lead,
        steps=sheet.steps,
        address=house() and f"{house()}/referral/{key}",
    )


def _send(letter: Letter, message: Message) -> str:
    """Put it into the outbox; what is no address after all waits to be printed."""
    try:
        letter.mail = outbox.queue(message, about=f"letter {letter.id}", kind="receipt", hold=False)
    except NoAddress:
        return ""
    letter.went = [{"how": "mail", "at": utcnow().isoformat(), "by": "", "to": message.to, "revision": 1}]
    return message.to
