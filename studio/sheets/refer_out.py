"""The refer-out letter: what a clinician needs to know and to answer, on one page."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.shared import Paper, StudioCard


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferOutSheet:
    """One letter as printed; texts that are empty are left out, but for those a pen fills in.

    Fields: programming reference, forms.refer_out.
    """

    studio: StudioCard
    urgency: str
    """“Please see within 1–2 weeks”."""
    written: date
    time: str
    """“14:05”, the studio's clock."""
    client: str
    birth_date: str
    client_contact: str
    coach: str
    coach_credential: str = ""
    recipient: str = ""
    contact: str = ""
    """Emergency contact."""
    why: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    """The red flags ticked, with their ids."""
    reported: str = ""
    observed: str = ""
    not_done: str = ""
    measurements: str = ""
    known: str = ""
    advice: str = ""
    accepted: str = ""
    """“accepted”, “not accepted”, or empty."""
    regions: str = ""
    version: int = 1
    paper: Paper = "A4"
    lang: str = "en"
