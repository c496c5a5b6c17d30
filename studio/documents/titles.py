"""The head of a document: studio, title, what is below it, and a few facts on the right."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.logo import GUTTER as LOGO_GUTTER
from studio.documents.logo import draw_logo, logo_size
from studio.documents.marks import rule
from studio.documents.styles import INK, SOFT, TEAL, style
from studio.documents.text import line, para
from studio.sheets import StudioCard

GUTTER = 16.0


class TitleBlock(Flowable):
    """Logo, studio name, title and `below` on the left; (label, value) lines on the right, `corner` at the very right.

    A long title takes a smaller size before it takes a second line.
    """

    def __init__(
        self,
        studio: StudioCard,
        title: str,
        right: Sequence[tuple[str, str]],
        *,
        size: float,
        small: float,
        below: Flowable,
        corner: Flowable | None = None,
        ink: Color = TEAL,
    ) -> None:
        super().__init__()
        self.studio, self.title, self.size, self.small, self.below = studio, title, size, small, below
        self.corner, self.ink = corner, ink
        self.label = style(small + 0.8, colour=SOFT)
        self.value = style(small + 0.8, font=fonts.SEMIBOLD)
        self.right = [(line(label, self.label), line(value, self.value, room=170)) for label, value in right]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        side = max((label.width + 6 + value.width for label, value in self.right), default=0)
        self.right_edge, corner_height = availWidth, 0.0
        if self.corner:
            corner, corner_height = self.corner.wrap(availWidth, availHeight)
            self.right_edge -= corner + GUTTER
            side += corner + GUTTER * bool(side)
        self.left = logo_size(self.studio.logo, self.small * 1.35 + self.size)[0]
        self.left += LOGO_GUTTER * bool(self.left)
        room = availWidth - side - GUTTER - self.left
        for share in (1.0, 0.88, 0.76, 0.66):
            look = style(self.size * share, font=fonts.BOLD, leading=self.size * share * 1.08)
            self.heading: Any = para(self.title, look, tag="H1", limit=120)
            _, self.heading_height = self.heading.wrap(room, availHeight)
            if self.heading_height <= look.leading * 1.5:
                break
        self.studio_line = line(self.studio.name, style(self.small + 0.5, font=fonts.BOLD, colour=self.ink), room=room)
        self.heading.wrap(room, availHeight)
        _, self.below_height = self.below.wrap(self.right_edge, availHeight)
        left = self.small * 1.35 + self.heading_height + self.size * 0.12
        self.height = max(left, len(self.right) * self.line_height) + self.below_height
        self.height = max(self.height, corner_height)
        return availWidth, self.height

    @property
    def line_height(self) -> float:
        return self.small * 1.5

    def draw(self) -> None:
        y = self.height - self.small * 1.05
        # As high as name and title together, and level with them.
        beside = self.small * 1.35 + self.size
        draw_logo(self.canv, self.studio, 0, self.height - beside / 2, beside)
        with self.canv.content("P"):
            self.studio_line.draw(self.canv, self.left, y)
        self.heading.drawOn(self.canv, self.left, y - self.small * 0.3 - self.heading_height)
        self.below.drawOn(self.canv, 0, 0)
        if self.corner:
            self.corner.drawOn(self.canv, self.width - self.corner.width, self.height - self.corner.height)
        for label, value in self.right:
            with self.canv.content("P"):
                label.draw(self.canv, self.right_edge - value.width - 6, y, "right")
                value.draw(self.canv, self.right_edge, y, "right")
            y -= self.line_height


class Rule(Flowable):
    """A strong line over the full width."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 1.2
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            rule(self.canv, 0, self.width, 0.6, INK, 1.2)
