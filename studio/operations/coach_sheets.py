"""Printing the coach's sheet."""

from ..models.clients import Client
from ..models.database import write
from ..models.programmes import ProgrammeVersion
from ..models.users import User
from ..sheets import CoachSheet
from .events import record
from .papers import short_name


def note_printed(version: ProgrammeVersion, client: Client, *, by: User) -> None:
    """Note that it was opened to be printed."""
    with write():
        subject = f"programme version {version.id}"
        record("paper.printed", "Coach’s sheet printed", by=by, client=client, subject=subject)


def file_name(sheet: CoachSheet) -> str:
    """“2026-11-22_coach_J-Smith_v3.pdf”."""
    return f"{sheet.printed:%Y-%m-%d}_coach_{short_name(sheet.client)}_v{sheet.version}.pdf"
