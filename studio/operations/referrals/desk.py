"""What the desk does about a referral with one tap, and what it says about it."""

from sqlalchemy import select

from ...extensions import db
from ...mail.message import NoAddress
from ...mail.messages import written
from ...models.database import write
from ...models.mails import OPEN, Mail
from ...models.referrals import Referral, State
from ...models.studios import the_studio
from ...models.users import User
from .. import outbox
from . import steps

SAID = {
    "contacted": "{} is contacted.",
    "booked": "{} is booked.",
    "declined": "The referral of {} is declined.",
    "no_response": "{} was not reached. The referral is closed.",
    "finished": "{} has finished.",
}
# Where each act makes sense: a page that was left open may offer what is over.
BEFORE = (State.received, State.contacted)
FROM = {
    "tried": BEFORE,
    "contacted": (State.received,),
    "booked": BEFORE,
    "declined": (*BEFORE, State.booked),
    "no_response": (*BEFORE, State.booked),
    "finished": (State.assessed, State.in_programme),
    "reopened": (State.declined, State.no_response),
}
DECLINED = "declined"  # the kind of the mail that takes the reason back


class MovedOn(Exception):
    """Somebody has done something else about it meanwhile."""


def act(referral: Referral, what: str, note: str, *, by: User) -> str:
    """Do one of the acts of the page and say what was done; raises MovedOn when the referral is not there any more."""
    name = referral.person_name
    if referral.state not in FROM[what]:
        raise MovedOn
    if what == "tried":
        times = steps.tried(referral, note, by=by)
        return f"{name} was not reached. That was try {times}."
    if what == "reopened":
        steps.reopen(referral, by=by)
        return f"The referral of {name} is open again."
    with write():
        steps.move(referral, State(what), by=by, note=note)
        told = what == DECLINED and _tell(referral, note, by)
    return SAID[what].format(name) + (" The sender gets a mail." if told else "")


def undo(referral: Referral, *, by: User) -> str:
    """Take the newest step back and say so; a mail about it that has not left yet does not leave."""
    with write():
        taken = steps.undo(referral, by=by)
        gone = taken is State.declined and not _hold_back(referral, by)
    if taken is None:
        return "There is no step to take back."
    return "That step is taken back." + (" The mail to the sender has gone already: call them." if gone else "")


def _tell(referral: Referral, reason: str, by: User) -> bool:
    """Queue the mail to the sender, where there is an address; it tells nobody's name and nothing of health."""
    sender, studio = referral.sender, the_studio()
    if not sender.get("email") or studio is None:
        return False
    message = written(
        "referral_declined",
        to=sender["email"],
        to_name=sender.get("name", ""),
        studio=studio.name,
        phone=studio.phone,
        reference=referral.reference,
        reason=reason,
    )
    try:
        outbox.queue(message, about=f"referral {referral.id}", kind=DECLINED, by=by)
    except NoAddress:
        return False
    return True


def _hold_back(referral: Referral, by: User) -> bool:
    """Keep the mail about a decline from leaving; False when it has left."""
    mine = select(Mail).where(Mail.about == f"referral {referral.id}", Mail.kind == DECLINED)
    waiting = db.session.scalar(mine.where(OPEN))
    if waiting is None:
        return db.session.scalar(mine.where(Mail.sent_at.is_not(None)).limit(1)) is None
    try:
        outbox.cancel(waiting, by=by)
    except outbox.TooLate:
        return False
    return True
