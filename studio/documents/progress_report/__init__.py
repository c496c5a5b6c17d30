"""The progress report: what changed between two or three checks, with measuring error respected."""

from studio.documents.progress_report import report, tables
from studio.sheets import ComparisonSheet

__all__ = ["render"]


def render(sheet: ComparisonSheet) -> bytes:
    """Return the report as tagged PDF for whoever reads it; the same sheet gives the same bytes."""
    return report.render(sheet) if sheet.reading == "client" else tables.render(sheet)
