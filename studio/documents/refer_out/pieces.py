"""The pieces of the letter: labelled rows, and the box for the reply."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle

from studio.documents.blocks import Framed, Labelled, Stack
from studio.documents.clean import NOTE
from studio.documents.pens import PenLines, Ticks
from studio.documents.styles import style
from studio.documents.text import Strong, Text, para
from studio.sheets import StudioCard

LABEL = 24
LOOK = style(11.2, leading=14.4)
CHOICES = ("may train", "may train within limits", "please call me", "not yet: ask again on ____________")


def labelled(
    rows: list[tuple[str, Text]], indent: float, *, gap: float, look: ParagraphStyle = LOOK, longest: int = NOTE
) -> list[Any]:
    """Return the rows that have something to say, each behind a bold word."""
    found = []
    for label, words in rows:
        if words:
            name = para(Strong(label), look, tag=None, limit=LABEL)
            found.append(Labelled(name, para(words, look, tag=None, limit=longest), indent, gap=gap))
    return found


def reply_box(studio: StudioCard) -> Framed:
    """Return what to tick, sign and send back."""
    reply = f"Please tick and send back, or ring {studio.phone}" if studio.phone else "Please tick and send back"
    answer = Stack(
        [
            para(Strong(reply), LOOK, tag="H2"),
            3,
            Ticks("", CHOICES),
            PenLines([("Limits", "")], [1]),
            3,
            PenLines([("Signature", ""), ("Date", ""), ("Holds until", "")], [45, 22, 33]),
        ]
    )
    return Framed(answer, pad=9.0, line_width=1.1)
