"""A slip of the pad in a clinic: a referral by pen, two on a page."""

from dataclasses import dataclass

from studio.sheets.shared import Paper, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralSlip:
    """The pad page as printed; for one therapist, or blank for whoever has a pen."""

    studio: StudioCard
    emergency: str
    """“112”: who to call when it cannot wait."""
    therapist: str = ""
    """“Priya Raghunathan, Harbour Street Physiotherapy”; empty on a pad for everybody."""
    code: str = ""
    """“7K3M-9QXP”: by it the desk finds whose slip it is."""
    scan_to: str = ""
    """The address of the form; without one there is no code to scan and nothing to type."""
    typed: str = ""
    """The same as somebody types it."""
    paper: Paper = "A4"
    lang: str = "en"
