"""Precautions, clearances and the papers they stand on, for tests."""

from io import BytesIO

from pypdf import PdfWriter

from studio.models.clearances import Clearance, Level
from studio.models.clients import Client
from studio.models.precautions import Precaution, Source
from studio.models.studios import studio_today
from studio.operations import clearances, precautions
from studio.operations.attachments import Checked, check
from studio.operations.clearances import Word
from studio.operations.precautions import Said

from .people import Cast


def a_precaution(client: Client, **words: object) -> Precaution:
    """What the therapist said today, in writing."""
    given: dict[str, object] = {"by": "Ana Ruiz, PT", "role": Source.therapist, "on": studio_today()}
    return precautions.create(client, Said(**(given | words)), by=Cast().coach)  # type: ignore[arg-type]


def a_clearance(
    client: Client, level: Level = Level.full, *, file: Checked | None = None, **words: object
) -> Clearance:
    """What the physician wrote today."""
    given: dict[str, object] = {"by": "Dr Adeyemi", "role": Source.physician, "on": studio_today(), "filed": "folder 3"}
    return clearances.create(client, Word(level=level, **(given | words)), file=file, by=Cast().coach)  # type: ignore[arg-type]


def a_pdf() -> bytes:
    """One empty page."""
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(out)
    return out.getvalue()


def a_letter(name: str = "Letter of Dr Adeyemi.pdf") -> Checked:
    return check(a_pdf(), name)
