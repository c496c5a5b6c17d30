"""What fills the picture's place of an exercise, on every paper that has one."""

from dataclasses import replace

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.drawing import draw
from studio.documents.own_photo import OwnPhoto
from studio.documents.start_position import StartPosition
from studio.documents.styles import SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Line, line
from studio.figures import Drawing, Picture
from studio.figures import exercise_picture as picture_of
from studio.sheets import Pictured

GAP = 10.0
STACKED_FROM = 1.25
"""Panels lie under each other only where that makes them so much larger."""
LARGEST = 2.6
"""Points a centimetre: a drawn hand need not be larger than a hand."""


def exercise_picture(
    exercise: Pictured, *, body: float, label: float, words: bool = True, small: bool = False
) -> Flowable:
    """Return what fills the box; it is wrapped to the box and draws inside it. `body` and `label` are type sizes.

    `words` are “start” and “finish”, and below them a single side and what is needed. A small box shows
    the finish alone: its arrows say where from.
    """
    if exercise.photo:
        return OwnPhoto(exercise, exercise.photo, body, label)
    found = picture_of(exercise.exercise, exercise.side)
    if found is None:
        return StartPosition(exercise, body, label)
    picture = replace(found, panels=found.panels[-1:]) if small else found
    return Panels(picture, label if words else 0.0, told(exercise) if words else "")


def told(exercise: Pictured) -> str:
    """Return what a picture cannot tell for certain, the side first: “Left side: cushion”, “Wall”."""
    side = exercise.side_words if exercise.side in ("left", "right") else ""
    kit = ", ".join(exercise.kit)
    return f"{side}: {kit}" if side and kit else side or kit[:1].upper() + kit[1:]


class Panels(Flowable):
    """One panel, or start and finish on one scale, beside or under each other; `label` 0 leaves words out."""

    def __init__(self, picture: Picture, label: float, words: str) -> None:
        super().__init__()
        self.picture = picture
        self.captions: list[Line] = []
        self.foot: Line | None = None
        self.label, self.words = label, words
        if label and len(picture.panels) > 1:
            look = style(label, font=fonts.SEMIBOLD, colour=SOFT)
            self.captions = [line(word, look) for word in ("start", "finish")]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, availHeight
        if self.words:
            self.foot = _fitting(self.words, self.label, availWidth)
        panels = self.picture.panels
        room = availHeight - (self.label * 1.5 if self.foot else 0)
        caption = self.label * 1.3 if self.captions else 0.0
        gaps = GAP * (len(panels) - 1)
        widths, heights = [one.width for one in panels], [one.height for one in panels]
        beside = min((availWidth - gaps) / sum(widths), (room - caption) / max(heights))
        under = min(availWidth / max(widths), (room - gaps / 2 - caption * len(panels)) / sum(heights))
        self.stacked = under > beside * STACKED_FROM
        self.scale = max(min(under if self.stacked else beside, LARGEST), 0.05)
        self.caption, self.room = caption, room
        return availWidth, availHeight

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        places = self._places(self.height - self.room)
        with canvas.content("Figure", alt=self.picture.alt):
            for number, (panel, x, y) in enumerate(places):
                draw(canvas, panel, x, y, self.scale)
                if self.captions:
                    middle = x + panel.width * self.scale / 2
                    self.captions[number].draw(canvas, middle, y - self.label * 0.95, "centre")
        if self.foot:
            with canvas.content("P"):
                lowest = min(y for _, _, y in places) - self.caption
                self.foot.draw(canvas, self.width / 2, lowest - self.label * 1.05, "centre")

    def _places(self, foot: float) -> list[tuple[Drawing, float, float]]:
        """Each panel with its lower left corner; together they stand in the middle of the room."""
        scale, panels = self.scale, self.picture.panels
        if self.stacked:
            height = sum(one.height * scale + self.caption for one in panels) + GAP / 2 * (len(panels) - 1)
            top, places = foot + (self.room + height) / 2, []
            for one in panels:
                top -= one.height * scale + self.caption
                places.append((one, (self.width - one.width * scale) / 2, top + self.caption))
                top -= GAP / 2
            return places
        width = sum(one.width * scale for one in panels) + GAP * (len(panels) - 1)
        height = max(one.height for one in panels) * scale + self.caption
        x, y, places = (self.width - width) / 2, foot + (self.room - height) / 2 + self.caption, []
        for one in panels:
            places.append((one, x, y))
            x += one.width * scale + GAP
        return places


def _fitting(words: str, size: float, room: float) -> Line:
    """The words on one line, a little smaller where they are long."""
    looks = [style(max(size * share, 9.8), colour=SOFT) for share in (1.0, 0.94)]
    lines = [line(words, look, room=room) for look in looks]
    return next((one for one, look in zip(lines, looks, strict=True) if line(words, look).width <= room), lines[-1])
