"""The body from the front and the back, with the muscles that the lists name."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.drawing import draw
from studio.documents.styles import style
from studio.documents.text import line
from studio.figures import Drawing, body_map
from studio.sheets import FindingsSheet, MuscleNote

GAP = 8.0
LETTERS = 10.5
"""The R and L beside the head, in print."""


class BodyMaps(Flowable):
    """Front and back side by side under their names; as wide as its height asks for."""

    def __init__(self, sheet: FindingsSheet, size: float, height: float) -> None:
        super().__init__()
        front, back = body_map(marked(sheet.overactive), marked(sheet.underactive))
        self.views = (("Front", told(front, "front")), ("Back", told(back, "back")))
        self.size, self.height = size, height
        self.scale = (height - size * 1.35) / front.height
        self.width = (front.width + back.width) * self.scale + GAP

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        x = 0.0
        for name, view in self.views:
            width = view.width * self.scale
            with self.canv.content("P"):
                head = line(name, style(self.size, font=fonts.BOLD))
                head.draw(self.canv, x + width / 2, self.height - self.size, "centre")
            with self.canv.content("Figure", alt=view.alt):
                draw(self.canv, view, x, 0, self.scale, LETTERS)
            x += width + GAP


def marked(notes: Sequence[MuscleNote]) -> list[tuple[str, str]]:
    """Return each muscle of the notes with its side."""
    return [(note.muscle, note.side or "both") for note in notes]


def told(view: Drawing, name: str) -> Drawing:
    """Return a view that is heard in the client's words: the lists below name the muscles."""
    return replace(view, alt=f"Your body from the {name}. The muscles named below are marked.")
