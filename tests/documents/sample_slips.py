"""A page of the pad in a clinic: for one therapist, and for whoever has a pen."""

from studio.sheets.referral_slip import ReferralSlip
from tests.documents.samples import STUDIO


def their_slip() -> ReferralSlip:
    return ReferralSlip(
        studio=STUDIO,
        emergency="112",
        therapist="Priya Raghunathan, Harbour Street Physiotherapy",
        code="7K3M-9QXP",
        scan_to="https://studio.example/refer/7K3M9QXP",
        typed="studio.example/refer/7K3M-9QXP",
    )


def blank_slip() -> ReferralSlip:
    """In a house that nobody reaches from outside."""
    return ReferralSlip(studio=STUDIO, emergency="112")
