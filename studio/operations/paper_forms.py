"""Printing paper forms."""

from datetime import date

from ..models.clients import Client
from ..models.database import write
from ..models.users import User
from ..sheets.blank_forms import FormSet
from .events import record
from .papers import short_name


def note_printed(forms: FormSet, client: Client, *, by: User) -> None:
    """Note that a form with a client's name was opened to be printed."""
    with write():
        record("paper.printed", f"Paper form printed: {forms.title.lower()}", by=by, client=client)


def file_name(forms: FormSet, on: date) -> str:
    """“2026-11-22_form-overhead-squat_J-Smith.pdf”."""
    name = f"_{short_name(forms.head.client)}" if forms.head.client else ""
    return f"{on:%Y-%m-%d}_form-{forms.title.lower().replace(' ', '-')}{name}.pdf"
