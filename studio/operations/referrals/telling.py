"""Who hears of a new referral at once: the studio, by a mail that tells nothing about anybody."""

from ...mail import Message
from ...models.referrals import Kind, Referral
from ...models.studios import the_studio
from .. import outbox
from ..sheet_codes import house

TEXT = """{what} came in{how}. Its reference is {reference}.

Whom it is about, and who sent it, stands in Plumbline{where}. The sender was told: {due}.
"""


def tell_the_studio(referral: Referral) -> None:
    """Queue the mail to the studio's own address, where it has one; inside the caller's `write()`."""
    studio = the_studio()
    if studio is None or not studio.email:
        return
    what = "An inquiry" if referral.kind is Kind.inquiry else "A referral"
    where = f": {house()}/referrals/{referral.id}" if house() else ""
    by = referral.due_on
    due = f"we call by {by:%A} {by.day} {by:%B}" if by else "we call"
    how = ", marked as urgent" if referral.urgent else ""
    text = TEXT.format(what=what, how=how, reference=referral.reference, where=where, due=due)
    subject = f"{'Urgent: a' if referral.urgent else 'A'} new {referral.kind.value}, {referral.reference}"
    message = Message(to=studio.email, to_name=studio.name, subject=subject, text=text)
    outbox.queue(message, about=f"referral {referral.id}", kind="referral", hold=False)
