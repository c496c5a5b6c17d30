"""What every letter begins and ends with: the studio's name, a place for the signature, and the foot."""

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.logo import GUTTER, draw_logo, logo_size
from studio.documents.marks import rule
from studio.documents.page import Page, footer
from studio.documents.styles import INK, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import line, para
from studio.sheets import StudioCard

MARGIN = 57.0
NOT_A_DIAGNOSIS = (
    "These are movement findings and the client’s own words only. They are not a diagnosis, and we draw no link "
    "between any finding and a symptom."
)
HEIGHT = 17.0
WITH_LOGO = 36.0
REACH = style(10.4, leading=12.6, align=2)


class Letterhead(Flowable):
    """Logo and name of the studio, and how to reach it at the right."""

    def __init__(self, studio: StudioCard) -> None:
        super().__init__()
        self.studio = studio
        reach = "  ·  ".join(filter(None, (studio.address, studio.phone)))
        self.reach = para(reach, REACH, limit=320)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        least = WITH_LOGO if self.studio.logo else HEIGHT
        self.left = logo_size(self.studio.logo, WITH_LOGO)[0]
        self.left += GUTTER * bool(self.left)
        self.name = line(self.studio.name, style(14, font=fonts.BOLD), room=(availWidth - self.left) * 0.6)
        _, reach = self.reach.wrap(availWidth - self.left - self.name.width - 14, availHeight)
        self.width, self.height = availWidth, max(least, reach + 4)
        return self.width, self.height

    def draw(self) -> None:
        # Name and address stand on the rule below, the logo beside them.
        draw_logo(self.canv, self.studio, 0, self.height / 2, WITH_LOGO)
        with self.canv.content("P"):
            self.name.draw(self.canv, self.left, 4)
        self.reach.drawOn(self.canv, self.left + self.name.width + 14, 1.4)


class SignatureLine(Flowable):
    """A line to sign on."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 1.0
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            rule(self.canv, 0, self.width * 0.5, 0, INK, 0.9)


def confidential_foot(canvas: TaggedCanvas, page: Page, studio: StudioCard, version: str, side: str) -> None:
    """Draw the foot of a letter: what to do with one that went astray."""
    call = f"call {studio.phone} and destroy it" if studio.phone else "tell us and destroy it"
    footer(canvas, page, [f"Confidential. If this reached you by mistake, {call}."], version, side)
