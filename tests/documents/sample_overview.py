"""The one-page overview with believable words."""

from datetime import date

from studio.models.overview_words import DO, DO_NOT, steps, urgent
from studio.sheets.overview import CoachCard, OverviewSheet
from tests.documents.samples import STUDIO


def overview_sheet(**changed: object) -> OverviewSheet:
    """Return the page for Priya, with her own code."""
    sheet: dict[str, object] = {
        "studio": STUDIO,
        "written": date(2026, 11, 22),
        "therapist": "Priya Raghunathan, Harbour Street Physiotherapy",
        "scan_to": "https://northside.example/refer/7K3M9QXP",
        "typed": "northside.example/refer/7K3M-9QXP",
        "steps": steps(),
        "do": DO,
        "do_not": DO_NOT,
        "coaches": (
            CoachCard(name="Mara Lindqvist", credentials=("CES 114-1180, to 30 Jun 2028", "CPR/AED to 4 May 2027")),
            CoachCard(name="Dana Whitfield", credentials=("CES 114-2207, to 30 Jun 2028", "CPR/AED to 9 Mar 2027")),
            CoachCard(name="Amara Obi", credentials=("CPT, CES 114-3391, to 1 Feb 2028",)),
        ),
        "urgent": urgent("555-0142", "112"),
    }
    return OverviewSheet(**(sheet | changed))  # type: ignore[arg-type]


def general_overview_sheet() -> OverviewSheet:
    """Return the page for everybody."""
    return overview_sheet(therapist="", scan_to="https://northside.example/refer", typed="northside.example/refer")
