"""An outcome summary with believable numbers."""

from datetime import date

from studio.models.sheets_outcomes import NOTES
from studio.sheets.outcomes import Figure, OutcomeSheet
from tests.documents.samples import STUDIO


def outcome_sheet(**changed: object) -> OutcomeSheet:
    """Return the summary of a year for the studio."""
    sheet: dict[str, object] = {
        "studio": STUDIO,
        "written": date(2026, 11, 22),
        "year": 2026,
        "until": date(2026, 10, 31),
        "way": (
            Figure(label="Referred", words="42", share=1.0),
            Figure(label="Assessed", words="33", share=33 / 42),
            Figure(label="In a programme", words="all of 33 but fewer than 5"),
            Figure(label="Finished", words="17", share=17 / 42),
        ),
        "findings_of": "74 findings of 19 clients with a later screen",
        "findings": (
            Figure(label="Not seen now", words="31", share=31 / 74),
            Figure(label="Better", words="14", share=14 / 74),
            Figure(label="The same", words="18", share=18 / 74),
            Figure(label="More than before", words="fewer than 5, or held back"),
            Figure(label="Cannot be said", words="fewer than 5, or held back"),
        ),
        "facts": (
            Figure(label="First contact", words="half of them within 5 hours"),
            Figure(label="New findings at the last screen", words="6"),
            Figure(label="Letters in time", words="61 of 68"),
        ),
        "notes": NOTES,
    }
    return OutcomeSheet(**(sheet | changed))  # type: ignore[arg-type]
