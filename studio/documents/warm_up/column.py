"""The black bar over a column: the phase in the client's word, and its minutes."""

from studio.documents import fonts
from studio.documents.styles import INK, WHITE, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import line
from studio.sheets import WarmUpPhase

BAR = 28.0


def draw_bar(canvas: TaggedCanvas, phase: WarmUpPhase, x: float, top: float, width: float) -> None:
    """Draw the bar with its upper left corner at (x, top)."""
    with canvas.artifact():
        canvas.setFillColor(INK)
        canvas.rect(x, top - BAR, width, BAR, stroke=0, fill=1)
    minutes = line(f"{phase.minutes} min", style(14, font=fonts.SEMIBOLD, colour=WHITE))
    room = width - minutes.width - 26
    words = [line(phase.word, style(size, font=fonts.BOLD, colour=WHITE)) for size in (18, 16.5, 15, 13.5)]
    word = next((one for one in words if one.width <= room), line(phase.word, style(13.5, colour=WHITE), room=room))
    with canvas.content("H2"):
        word.draw(canvas, x + 10, top - BAR * 0.69)
        minutes.draw(canvas, x + width - 10, top - BAR * 0.69, "right")
