"""What is to be done, in a few words: on a first side that has no room for the exercises themselves."""

from typing import Any

from studio.documents import fonts
from studio.documents.blocks import Signed, Stack
from studio.documents.home_programme.scale import Scale
from studio.documents.marks import number_disc
from studio.documents.styles import style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, para
from studio.sheets import HomeLine, HomeSheet


def overview(sheet: HomeSheet, scale: Scale) -> Stack:
    """Return number, name and dose of every exercise under each other."""
    look = style(scale.body, leading=scale.leading)
    title = para("Your exercises, from the next side on", style(scale.body * 1.15, font=fonts.BOLD), tag="H2")
    items: list[Any] = []
    for exercise in sheet.lines:
        items += [scale.body * 0.4, _line(exercise, scale, look)]
    return Stack([title, Stack(items, tag="L")])


def _line(exercise: HomeLine, scale: Scale, look: Any) -> Signed:
    def disc(canvas: TaggedCanvas, x: float, y: float, size: float) -> None:
        number_disc(canvas, x + size * 0.2, y, exercise.number, size * 0.62)

    words = para((Strong(exercise.name), f"  {exercise.dose}"), look, tag="LBody")
    return Signed(disc, words, scale.body * 1.7, tag="LI")
