"""The head of the card: whose it is, how long it takes, and the limits in a frame that is seen first."""

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Stack
from studio.documents.logo import draw_logo, logo_size
from studio.documents.marks import frame
from studio.documents.styles import INK, SOFT, WHITE, style
from studio.documents.text import line, para
from studio.sheets import WarmUpCard, day_and_month

NAMES = (38.0, 33.0, 28.0, 24.0)
MOST_LIMITS = 4
GAP = 16.0
HEIGHT = 48.0
LOGO = 40.0


class Head(Flowable):
    """Name and facts on the left, the limits on the right."""

    def __init__(self, card: WarmUpCard) -> None:
        super().__init__()
        self.card = card
        self.tag = line("LIMIT", style(16, font=fonts.BOLD, colour=WHITE))
        limits = [limit for limit in card.limits if limit.strip()]
        shown = limits[:MOST_LIMITS]
        if len(limits) > len(shown):
            shown.append(f"There are {len(limits) - len(shown)} more limits. Ask {card.coach} before you start.")
        size = {0: 0.0, 1: 19.0, 2: 15.0}.get(len(shown), 13.0)
        look = style(size, font=fonts.BOLD, leading=size * 1.16)
        self.limits = Stack([para(limit, look, limit=240) for limit in shown]) if shown else None

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height, self.box = availWidth, HEIGHT, 0.0
        if self.limits:
            self.box = availWidth * 0.5
            self.indent = self.tag.width + 20
            _, words = self.limits.wrap(self.box - self.indent - 20, availHeight)
            self.height = max(HEIGHT, words + 14)
        return self.width, self.height

    def draw(self) -> None:
        canvas, card, y = self.canv, self.card, self.height - 37
        logo = logo_size(card.studio.logo, LOGO)[0]
        draw_logo(canvas, card.studio, 0, y + 13, LOGO)
        start = logo + GAP * bool(logo)
        room = self.width - self.box - GAP - start
        most = room * 0.55
        facts = [f"Week {card.week} of {card.weeks}" if card.week else "", day_and_month(card.printed)]
        first = card.coach.split()[:1]
        facts += [f"with {first[0]}"] if first else []
        about = line(f"Warm-up · {card.minutes} minutes", style(16, font=fonts.BOLD), room=most)
        told = line(" · ".join(fact for fact in facts if fact), style(13, colour=SOFT), room=most)
        beside = max(about.width, told.width)
        left = room - beside - GAP
        names = [line(card.client_first, style(size, font=fonts.BOLD), room=left + 60) for size in NAMES]
        fits = next((name for name in names if name.width <= left), None)
        name = fits or line(card.client_first, style(NAMES[-1], font=fonts.BOLD), room=left)
        with canvas.content("H1"):
            name.draw(canvas, start, y)
        x = start + (name.width + GAP if name.width else 0.0)
        with canvas.content("P"):
            about.draw(canvas, x, y + 14)
            told.draw(canvas, x, y - 3)
        if self.limits:
            self._draw_limits(self.limits)

    def _draw_limits(self, limits: Stack) -> None:
        canvas, x = self.canv, self.width - self.box
        with canvas.artifact():
            frame(canvas, x, self.height, self.box, self.height, 2)
            canvas.setFillColor(INK)
            canvas.roundRect(x, 0, self.indent, self.height, 4, stroke=0, fill=1)
            canvas.rect(x + self.indent / 2, 0, self.indent / 2, self.height, stroke=0, fill=1)
        with canvas.content("P"):
            self.tag.draw(canvas, x + self.indent / 2, self.height / 2 - 5.5, "centre")
        limits.drawOn(canvas, x + self.indent + 10, (self.height - limits.height) / 2 + 1)
