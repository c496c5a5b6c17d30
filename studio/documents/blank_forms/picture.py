"""The small pictures that show what the rows of a test look for."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from studio.documents.drawing import draw
from studio.documents.tags import TaggedCanvas
from studio.figures import Drawing, Words, posture_cards


def pictured(compensations: Iterable[str]) -> bool:
    """Tell whether there is a picture for each; where some are missing a form rather has more room for words."""
    return all(posture_cards(one) is not None for one in compensations)


def draw_fault(canvas: TaggedCanvas, compensation: str, x: float, y: float, width: float, height: float) -> None:
    """Draw the fault into the middle of a box given by its lower left corner; the row's words say what it shows."""
    drawing = _without_letters(compensation)
    if drawing is None:
        return
    scale = min(width / drawing.width, height / drawing.height)
    left = x + (width - drawing.width * scale) / 2
    with canvas.artifact():
        draw(canvas, drawing, left, y + (height - drawing.height * scale) / 2, scale)


@cache
def _without_letters(compensation: str) -> Drawing | None:
    """As it is on a card, but for letters that nobody could read at this size."""
    cards = posture_cards(compensation)
    if cards is None:
        return None
    return replace(cards.saw, shapes=tuple(one for one in cards.saw.shapes if not isinstance(one, Words)))
