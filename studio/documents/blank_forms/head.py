"""The top of a form: its name, whose it is, and when a test stops."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from studio.documents.blank_forms.flow import Piece
from studio.documents.blocks import Stack
from studio.documents.marks import frame, octagon
from studio.documents.pens import PenLines
from studio.documents.styles import style
from studio.documents.text import Strong, para
from studio.documents.titles import TitleBlock
from studio.sheets import day
from studio.sheets.blank_forms import Head

IN_ORDER = ("Paper form", "in the order of the screen")
SMALL = style(10.4, leading=12.8)


def top(head: Head, title: str, about: tuple[str, str] = IN_ORDER, taken_by: str = "Coach") -> list[Piece]:
    """Return the title with the line for client, date and who took it."""
    on = day(head.on) if head.on else ""
    known = PenLines((("Client", head.client), ("Date", on), (taken_by, "")), (5, 3, 3.4))
    return [Piece(TitleBlock(head.studio, title, [about], size=22, small=10, below=known), keep=True)]


class StopRules(Flowable):
    """When a test ends at once, and when this one does not begin."""

    def __init__(self, stops: Sequence[str], minds: Sequence[str] = ()) -> None:
        super().__init__()
        said: list[Any] = [para((Strong("Stop at once: "), " · ".join(_plain(stops)) + "."), SMALL, limit=400)]
        if minds:
            said.append(para((Strong("This test: "), " ".join(minds)), SMALL, limit=500))
        self.words = Stack(said)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        _, words = self.words.wrap(availWidth - 46, availHeight)
        self.height = max(words + 10, 34.0)
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            frame(self.canv, 0, self.height, self.width, self.height)
            octagon(self.canv, 20, self.height / 2, 13.5)
        self.words.drawOn(self.canv, 40, (self.height - self.words.height) / 2 + 1)


def _plain(stops: Sequence[str]) -> list[str]:
    return [one.rstrip(".") for one in stops]
