"""The value of a pad page, for everybody or for one therapist."""

from typing import cast

from ..sheets.referral_slip import ReferralSlip
from ..sheets.shared import Paper
from .sheets_home import studio_card
from .studios import Studio
from .therapists import Therapist


def referral_slip(studio: Studio, address: str, therapist: Therapist | None = None) -> ReferralSlip:
    """The page as it stands today; `address` is where the form is, or nothing in a house without a public one."""
    typed = address.partition("//")[2]
    if therapist is not None and typed:
        typed = typed.removesuffix(therapist.link) + therapist.short_code
    return ReferralSlip(
        studio=studio_card(studio),
        emergency=studio.emergency_number,
        therapist=therapist.words if therapist else "",
        code=therapist.short_code if therapist else "",
        scan_to=address,
        typed=typed,
        paper=cast(Paper, studio.paper),
    )
