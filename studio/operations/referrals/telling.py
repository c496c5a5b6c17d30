"""Who hears of a new referral at once: the studio, by a mail that tells nothing about anybody."""

from ...mail import written
from ...models.referrals import Referral
from ...models.studios import the_studio
from .. import outbox
from ..addresses import link


def tell_the_studio(referral: Referral) -> None:
    """Queue the mail to the studio's own address, where it has one; inside the caller's `write()`."""
    studio, by = the_studio(), referral.due_on
    if studio is None or not studio.email:
        return
    message = written(
        "referral",
        to=studio.email,
        to_name=studio.name,
        kind=referral.kind.value,
        reference=referral.reference,
        urgent=referral.urgent,
        address=link("referrals.show", referral_id=referral.id),
        day=f"{by:%A} {by.day} {by:%B}" if by else "",
    )
    outbox.queue(message, about=f"referral {referral.id}", kind="referral", hold=False)
