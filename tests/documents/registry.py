"""Every document the product makes, with a believable value: `test_every_document.py` reads each of them back.

A new document, or another shape of an old one, is one `Sample` in `SAMPLES`. Its value is a frozen dataclass of
`studio.sheets` with a field `paper`; every sample is printed on A4 and on Letter, so leave the paper to the tests.
State how many pages it has (`letter` when Letter has another number) and how many kilobytes it may weigh. Then

    GOLDEN=write .venv/bin/python -m pytest -q tests/documents/test_every_document.py -k <name>

writes what a screen reader hears to `golden/<name>.<paper>.txt`: read it line by line before committing it.
`hostile` samples are also printed with all of `hostile.py` in every text; one for each kind of document is enough.
"""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, replace
from typing import Any

from studio.ces.catalogue import catalogue
from studio.documents import (
    agreement,
    blank_forms,
    coach_sheet,
    consent_copy,
    day_pack,
    findings_coach,
    findings_report,
    home_programme,
    letter,
    outcomes,
    overview,
    progress_report,
    quote,
    refer_out,
    referral_slip,
    warm_up,
)
from studio.sheets import Paper
from tests.documents.sample_agreements import signed_agreement, unsigned_agreement
from tests.documents.sample_coach import coach_copy
from tests.documents.sample_comparison import comparison_sheet, long_comparison_sheet
from tests.documents.sample_day_pack import pack_front, standing_sheet
from tests.documents.sample_findings_coach import coach_findings
from tests.documents.sample_forms import every_form, form_sheet
from tests.documents.sample_letters import first_letter, long_letter, question_letter, received_letter, sixth_letter
from tests.documents.sample_letters import letter as week_12_letter
from tests.documents.sample_money import MONEY
from tests.documents.sample_outcomes import outcome_sheet
from tests.documents.sample_overview import general_overview_sheet, overview_sheet
from tests.documents.sample_photos import photo_home_sheet, photo_warm_up_card
from tests.documents.sample_quotes import quote_sheet, taxed_quote_sheet
from tests.documents.sample_signed import consent_sheet, long_consent_sheet, refer_out_sheet
from tests.documents.sample_slips import blank_slip, their_slip
from tests.documents.sample_warm_ups import full_warm_up, warm_up_card
from tests.documents.samples import (
    clear_findings_sheet,
    findings_sheet,
    first_home_sheet,
    home_sheet,
    long_findings_sheet,
    long_home_sheet,
    pain_findings_sheet,
    ten_lines,
)

ADDRESS = "HTTPS://STUDIO.EXAMPLE/" + "AZ27" * 8
SAID_OF = "Of 5 findings, 2 are not seen now, 1 is likely better, 1 is the same and 1 is not compared. 1 thing is new."
PAPERS: tuple[Paper, ...] = ("A4", "Letter")


@dataclass(frozen=True, slots=True)
class Sample:
    """One document: how it is made, of what, and what may be expected of it."""

    name: str
    render: Callable[[Any], bytes]
    value: Any
    _: KW_ONLY
    pages: int
    letter: int | None = None
    """How many pages on Letter, where it is another number."""
    kilobytes: int
    margin: float = 40.0
    hostile: bool = False
    one_page: bool = False
    """Stays on its pages whatever stands in it."""
    fax: bool = False
    """Black on white, for whom it may reach by fax."""
    for_client: bool = True
    """Holds none of the words that a client never reads."""

    def on(self, paper: Paper) -> bytes:
        """The PDF of this sample on a paper."""
        return self.render(replace(self.value, paper=paper))

    def pages_on(self, paper: Paper) -> int:
        return self.letter if paper == "Letter" and self.letter else self.pages


FORMS = {"static": 2, "ohsa": 2, "gait": 2, "measures": 3, "readiness": 3, "red-flags": 2, "consent": 2}
"""Paper forms of more than one page."""

SAMPLES = (
    Sample("home-sheet-12", home_programme.render, home_sheet(), pages=2, kilobytes=150, hostile=True),
    Sample("home-sheet-14", home_programme.render, home_sheet(size=14), pages=3, kilobytes=150),
    Sample("home-sheet-18", home_programme.render, home_sheet(size=18), pages=5, kilobytes=150),
    Sample("home-sheet-first", home_programme.render, first_home_sheet(), pages=2, kilobytes=110),
    Sample("home-sheet-long", home_programme.render, long_home_sheet(), pages=2, kilobytes=150),
    Sample("home-sheet-one", home_programme.render, home_sheet(count=1, scan_to=ADDRESS), pages=1, kilobytes=70),
    Sample("home-sheet-one-18", home_programme.render, home_sheet(count=1, size=18), pages=2, kilobytes=70),
    Sample("home-sheet-four-18", home_programme.render, first_home_sheet(size=18), pages=3, kilobytes=110),
    Sample("home-sheet-ten", home_programme.render, home_sheet(lines=ten_lines()), pages=4, kilobytes=230),
    Sample("warm-up", warm_up.render, warm_up_card(), pages=1, kilobytes=165, margin=28.0, hostile=True, one_page=True),
    Sample("warm-up-full", warm_up.render, full_warm_up(), pages=1, kilobytes=140, margin=28.0, one_page=True),
    Sample("home-sheet-photos", home_programme.render, photo_home_sheet(), pages=2, kilobytes=140),
    Sample("warm-up-photos", warm_up.render, photo_warm_up_card(), pages=1, kilobytes=140, margin=28.0, one_page=True),
    Sample("findings", findings_report.render, findings_sheet(), pages=1, kilobytes=100, hostile=True, one_page=True),
    Sample("findings-clear", findings_report.render, clear_findings_sheet(), pages=1, kilobytes=60),
    Sample("findings-pain", findings_report.render, pain_findings_sheet(), pages=1, kilobytes=100),
    Sample("findings-long", findings_report.render, long_findings_sheet(), pages=1, kilobytes=100),
    Sample(
        "findings-coach",
        findings_coach.render,
        coach_findings(),
        pages=2,
        kilobytes=120,
        hostile=True,
        for_client=False,
    ),
    Sample("progress", progress_report.render, comparison_sheet(), pages=1, kilobytes=100, hostile=True),
    Sample(
        "progress-therapist",
        progress_report.render,
        comparison_sheet(reading="therapist", headline=SAID_OF),
        pages=1,
        kilobytes=80,
        margin=57.0,
        for_client=False,
    ),
    Sample(
        "progress-coach",
        progress_report.render,
        comparison_sheet(reading="coach", headline=SAID_OF),
        pages=1,
        kilobytes=80,
        hostile=True,
        for_client=False,
    ),
    Sample("progress-long", progress_report.render, long_comparison_sheet(), pages=4, letter=5, kilobytes=150),
    Sample("consent", consent_copy.render, consent_sheet(), pages=2, kilobytes=60, hostile=True),
    Sample("consent-long", consent_copy.render, long_consent_sheet(), pages=6, kilobytes=90),
    Sample("agreement", agreement.render, unsigned_agreement(), pages=2, kilobytes=60),
    Sample("agreement-signed", agreement.render, signed_agreement(), pages=2, kilobytes=60, hostile=True),
    Sample("agreement-18", agreement.render, replace(signed_agreement(), size=18), pages=2, letter=3, kilobytes=60),
    Sample("quote", quote.render, quote_sheet(), pages=1, kilobytes=60, hostile=True),
    Sample("quote-18", quote.render, taxed_quote_sheet(), pages=2, kilobytes=60),
    Sample("coach-sheet", coach_sheet.render, coach_copy(), pages=1, kilobytes=60, hostile=True, for_client=False),
    Sample(
        "refer-out",
        refer_out.render,
        refer_out_sheet(),
        pages=1,
        kilobytes=60,
        margin=57.0,
        hostile=True,
        one_page=True,
        fax=True,
        for_client=False,
    ),
    *(
        Sample(
            f"letter-{name}",
            letter.render,
            value,
            pages=1,
            kilobytes=60,
            margin=57.0,
            hostile=name == "week-12",
            one_page=True,
            fax=True,
            for_client=False,
        )
        for name, value in (
            ("received", received_letter()),
            ("assessed", first_letter()),
            ("week-6", sixth_letter()),
            ("week-12", week_12_letter()),
            ("question", question_letter()),
            ("long", long_letter()),
        )
    ),
    *(
        Sample(
            name,
            referral_slip.render,
            value,
            pages=1,
            kilobytes=40,
            margin=36.0,
            hostile=name == "referral-slip",
            one_page=True,
            fax=True,
            for_client=False,
        )
        for name, value in (("referral-slip", their_slip()), ("referral-slip-blank", blank_slip()))
    ),
    Sample(
        "overview",
        overview.render,
        overview_sheet(),
        pages=1,
        kilobytes=60,
        hostile=True,
        one_page=True,
        for_client=False,
    ),
    Sample("overview-general", overview.render, general_overview_sheet(), pages=1, kilobytes=60, for_client=False),
    *(
        Sample(name, render, value, pages=pages, kilobytes=60, hostile=name in ("invoice-two-rates", "receipt"))
        for name, render, value, pages in MONEY
    ),
    Sample("outcomes", outcomes.render, outcome_sheet(), pages=1, kilobytes=50, hostile=True, one_page=True),
    Sample(
        "day-pack-front", day_pack.front.render, pack_front(), pages=1, kilobytes=60, one_page=True, for_client=False
    ),
    Sample("limits", day_pack.standing.render, standing_sheet(), pages=1, kilobytes=60, hostile=True, for_client=False),
    *(
        Sample(
            f"form-{name}",
            blank_forms.render,
            form_sheet(name),
            pages=FORMS.get(name, 1),
            kilobytes=100 if name not in catalogue().protocols else 300,
            margin=36.0,
            for_client=name in ("consent", "tick-log"),
        )
        for name in every_form()
    ),
)
