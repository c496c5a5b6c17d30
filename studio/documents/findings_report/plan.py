"""The programme at a glance: a column for each block, as wide as its weeks, filled as far as it is corrective."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.marks import shape
from studio.documents.styles import INK, SOFT, TEAL, WHITE, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import line, para
from studio.sheets import PlanBlock

GAP = 3.0
FLAGS = 22.0
LEAST = 48.0
"""How low a column may be."""


class PlanChart(Flowable):
    """Columns with their names below and flags for today and the re-checks above."""

    def __init__(
        self, plan: Sequence[PlanBlock], rescreens: Sequence[int], today: int | None, size: float, height: float
    ) -> None:
        super().__init__()
        self.plan, self.size, self.height = plan, size, height
        self.weeks = max(block.last_week for block in plan)
        self.rescreens = [week for week in rescreens if 0 < week <= self.weeks]
        self.today = today

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.columns = [self._span(block) for block in self.plan]
        self.words = [
            para(block.words, style(self.size, leading=self.size * 1.12), tag=None, limit=60) for block in self.plan
        ]
        for words, (left, right) in zip(self.words, self.columns, strict=True):
            words.wrap(right - left, 1e5)
        self.under = self.size * 2.6 + max(words.height for words in self.words)
        # Long names below never take the columns' room.
        self.height = max(self.height, self.under + self.size * 1.7 + FLAGS + LEAST)
        return availWidth, self.height

    def _span(self, block: PlanBlock) -> tuple[float, float]:
        week = self.width / self.weeks
        return (block.first_week - 1) * week, block.last_week * week - GAP

    def alt(self) -> str:
        """Say the plan in words."""
        blocks = "; ".join(
            f"{block.name}, weeks {block.first_week} to {block.last_week}: {block.share} per cent corrective"
            for block in self.plan
        )
        return f"The {self.weeks}-week plan. {blocks}."

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        size = self.size
        heading = line(f"Your {self.weeks}-week plan", style(size * 1.35, font=fonts.BOLD))
        with canvas.content("H2"):
            heading.draw(canvas, 0, self.height - size * 1.15)
        with canvas.content("Figure", alt=self.alt()):
            key = line("filled = corrective share", style(size, colour=SOFT), room=self.width - heading.width - 8)
            key.draw(canvas, self.width, self.height - size * 1.15, "right")
            full = self.height - size * 1.7 - FLAGS - self.under
            for block, words, (left, right) in zip(self.plan, self.words, self.columns, strict=True):
                self._draw_column(canvas, block, left, right, full)
                name = line(block.name, style(size * 1.1, font=fonts.BOLD), room=right - left)
                name.draw(canvas, left + 1, self.under - size * 1.15)
                span = f"{block.first_week}–{block.last_week}"
                weeks = line(f"weeks {span}", style(size * 0.96, colour=SOFT))
                if weeks.width > right - left:
                    weeks = line(span, style(size * 0.96, colour=SOFT), room=right - left)
                weeks.draw(canvas, left + 1, self.under - size * 2.3)
                words.drawOn(canvas, left + 1, self.under - size * 2.6 - words.height)
            if self.today is not None and self.today not in self.rescreens:
                self._draw_flag(canvas, self.today, "Today", full)
            for week in self.rescreens:
                self._draw_flag(canvas, week, "Today" if week == self.today else "Re-check", full)

    def _draw_column(self, canvas: TaggedCanvas, block: PlanBlock, left: float, right: float, full: float) -> None:
        share = max(0, min(100, block.share))
        filled = full * share / 100
        canvas.setStrokeColor(INK)
        canvas.setFillColor(WHITE)
        canvas.setLineWidth(0.9)
        canvas.rect(left, self.under, right - left, full, stroke=1, fill=1)
        canvas.setFillColor(TEAL)
        canvas.rect(left, self.under, right - left, filled, stroke=0, fill=1)
        size = self.size * 1.2
        inside = filled > size * 1.4
        label = line(f"{share}%", style(size, font=fonts.BOLD, colour=WHITE if inside else INK))
        y = self.under + (filled / 2 - size * 0.35 if inside else filled + size * 0.3)
        label.draw(canvas, (left + right) / 2, y, "centre")

    def _draw_flag(self, canvas: TaggedCanvas, week: int, words: str, full: float) -> None:
        x = self.width / self.weeks * week - (GAP if week else 0)
        # The first two look ahead, the others back: a last check may follow soon after the one before.
        back = 1 if week <= min(self.rescreens, default=0) and week < self.weeks else -1
        foot = self.under + full
        shape(canvas, [(x, foot + 20), (x + back * 11, foot + 15.5), (x, foot + 11)])
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1.6)
        canvas.line(x, foot + 20, x, foot)
        label = line(words, style(self.size, font=fonts.BOLD))
        label.draw(canvas, x + back * 14, foot + 11.8, "left" if back > 0 else "right")
