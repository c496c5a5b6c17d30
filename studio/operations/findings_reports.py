"""The findings report of a completed assessment: set once, and the same bytes ever after."""

from datetime import date

from ..clock import utcnow
from ..documents import findings_report
from ..models.assessments import AssessmentVersion
from ..models.database import write
from ..models.papers import Kind, Paper, findings_report_of
from ..models.sheets_findings import findings_sheet
from ..models.studios import Studio
from ..models.users import User
from ..sheets import FindingsSheet
from . import papers
from .events import record


def paper_of(version: AssessmentVersion, *, studio: Studio, by: User) -> Paper:
    """The stored report of a version, made when it is asked for the first time."""
    client = version.assessment.client
    stored = findings_report_of(version.id, client.id)
    if stored is not None:
        return stored
    sheet = findings_sheet(version, studio)
    content = findings_report.render(sheet)
    digest = papers.keep(content)
    with write() as session:
        stored = findings_report_of(version.id, client.id)  # two people may have asked at once
        if stored is None:
            stored = Paper(
                kind=Kind.findings_report,
                client_id=client.id,
                assessment_version_id=version.id,
                file_name=file_name(sheet.assessed, sheet.client_full, version.number),
                sha256=digest,
                size=len(content),
                created_at=utcnow(),
                created_by_id=by.id,
            )
            session.add(stored)
    return stored


def note_reading_printed(version: AssessmentVersion, *, by: User) -> None:
    """Note that the coach's reading was opened to be printed."""
    client, subject = version.assessment.client, f"assessment version {version.id}"
    with write():
        record("paper.printed", "Coach’s reading of the findings printed", by=by, client=client, subject=subject)


def reading_name(report: FindingsSheet) -> str:
    """“2026-11-21_findings-coach_J-Smith_v1.pdf”."""
    return f"{report.assessed:%Y-%m-%d}_findings-coach_{papers.short_name(report.client_full)}_v{report.version}.pdf"


def file_name(assessed: date, client: str, number: int) -> str:
    """“2026-11-21_findings_J-Smith_v1.pdf”."""
    return f"{assessed:%Y-%m-%d}_findings_{papers.short_name(client)}_v{number}.pdf"
