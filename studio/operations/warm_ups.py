"""Printing the warm-up card."""

from ..models.database import write
from ..models.programmes import Programme
from ..models.users import User
from ..sheets import WarmUpCard
from .events import record
from .papers import short_name


def note_printed(programme: Programme, *, by: User) -> None:
    """Note that it was opened to be printed."""
    with write():
        subject = f"programme {programme.id}"
        record("paper.printed", "Warm-up card printed", by=by, client=programme.client, subject=subject)


def file_name(card: WarmUpCard) -> str:
    """“2026-11-22_warm-up_J-Smith.pdf”."""
    return f"{card.printed:%Y-%m-%d}_warm-up_{short_name(card.client_full)}.pdf"
