"""The consent on paper: the text in force, a box for each purpose, lines to sign on."""

from collections.abc import Iterator

from studio.documents import fonts
from studio.documents.blank_forms.flow import Piece
from studio.documents.blank_forms.head import top
from studio.documents.blocks import Signed, Stack
from studio.documents.clean import NOTE
from studio.documents.marks import pen_box
from studio.documents.pens import PenLines
from studio.documents.styles import style
from studio.documents.text import Strong, para
from studio.sheets.blank_forms import ConsentForm, Head

BODY = style(11.4, leading=14.2)
HEADING = style(12.8, font=fonts.BOLD)
LONGEST = 2000  # of a paragraph: layout time grows with the square of the length


def pieces(form: ConsentForm, head: Head) -> list[Piece]:
    """Return the parts of the form from top to bottom; what is ticked stays together with the signatures."""
    told = top(head, form.title, about=("Text version", str(form.version)), taken_by="Taken by")
    for title, paragraphs in form.parts:
        if title:
            told.append(Piece(para(title, HEADING, tag="H2"), above=8, keep=True))
        told += [Piece(para(words, BODY, limit=LONGEST), above=3) for words in paragraphs]
    told.append(Piece(Stack(list(_answers(form))), above=12))
    return told


def _answers(form: ConsentForm) -> Iterator[object]:
    yield para("What you agree to", HEADING, tag="H2")
    yield para(form.lead, BODY, limit=NOTE)
    for words, note, needed in form.ticks:
        yield 5
        marked = " (needed)" if needed else ""
        yield Signed(pen_box, para((Strong(f"{words}{marked}."), f" {note}"), BODY, limit=300), 18)
    yield PenLines((("Your full name", ""), ("Date", "")), (3, 1.6), height=36)
    yield PenLines((("Signature", ""),), (1,), height=36)
    yield PenLines((("Parent or guardian, for somebody under 18", ""), ("Signature", "")), (3, 1.6), height=36)
