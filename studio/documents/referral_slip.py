"""A pad page: two slips to fill in with a pen, to be cut apart, each with the square code of the form."""

from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Shrunk, Stack
from studio.documents.logo import GUTTER, draw_logo, logo_size
from studio.documents.marks import frame, rule
from studio.documents.page import Page, page_of, write
from studio.documents.pens import PenLines, Ticks
from studio.documents.square_code import draw_square_code, square_code
from studio.documents.styles import INK, SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import DOT, Strong, para
from studio.sheets.referral_slip import ReferralSlip

SLIPS = 2
CODE = 62.0  # 22 mm: read from the hand
MARGIN = 36.0
LOGO = 40.0
EDGES = 22.0  # printers lose 4 to 6 mm at the edges of the page
TITLE = style(17, font=fonts.BOLD, leading=20)
SMALL = style(9.8, leading=12)
FAINT = style(9.8, leading=12, colour=SOFT)
HEAD = style(11, font=fonts.BOLD, leading=13)


def render(slip: ReferralSlip) -> bytes:
    """Return the pad page as a tagged PDF, black on white: a slip goes by fax. The same slip gives the same bytes."""
    page = page_of(slip.paper)

    def draw(canvas: TaggedCanvas) -> None:
        half = page.height / SLIPS
        for number in range(SLIPS):
            body: Any = Stack(pieces(slip, "H2" if number else "H1"))
            room = half - 2 * EDGES
            _, height = body.wrap(page.width - 2 * MARGIN, room)
            if height > room:
                body = Shrunk(body, room)
                body.wrap(page.width - 2 * MARGIN, room)
            body.drawOn(canvas, MARGIN, page.height - number * half - EDGES - body.height)
        with canvas.artifact():
            _cut(canvas, page, half)

    return write(
        page,
        draw,
        finish=lambda canvas, number, pages: None,
        title=": ".join(filter(None, ("Referral slip", slip.therapist or slip.studio.name))),
        author=slip.studio.name,
        dated=None,
        lang=slip.lang,
        inks="fax",
    )


def pieces(slip: ReferralSlip, title: str) -> list[Any]:
    """Return the parts of one slip from top to bottom; `title` is the tag of its title."""
    return [
        _Head(slip, title),
        5,
        *([] if slip.therapist else [PenLines((("From", ""), ("Clinic", "")), (1, 1))]),
        PenLines((("Reply to (phone, mail or fax)", ""), ("Date", "")), (2.4, 1)),
        PenLines((("Patient", ""), ("Year of birth", "")), (2.4, 1)),
        PenLines((("Patient’s phone or e-mail", ""),), (1,)),
        PenLines((("Condition or operation, side, when", ""),), (1,)),
        PenLines((("Why, and what they want to do again", ""),), (1,)),
        _PenLine(),
        3,
        Ticks("How far may they go?", ("everything", "with limits", "not before"), one=True, pen="(day)"),
        PenLines((("What must they not do, which side, until when?", ""),), (1,)),
        _PenLine(),
        3,
        Ticks("They are", ("discharged", "still under my care", "in shared care"), one=True),
        Ticks("", ("Urgent", "The patient agrees that this is sent"), pen="Signed"),
        5,
        _Foot(slip),
    ]


class _PenLine(Flowable):
    """One more line to write on."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, 23.0
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            rule(self.canv, 0, self.width, 3, INK)


class _Head(Flowable):
    """What it is and whose, and at the right the code that is faster than the pen."""

    def __init__(self, slip: ReferralSlip, title: str) -> None:
        super().__init__()
        self.modules = square_code(slip.scan_to)
        reach = DOT.join(filter(None, (slip.studio.address, slip.studio.phone, slip.studio.email)))
        mine: list[Any] = [para(f"Referral to {slip.studio.name}", TITLE, tag=title), para(reach, FAINT), 3]
        if slip.therapist:
            mine.append(para(("From ", Strong(slip.therapist)), HEAD))
        if slip.code:
            mine.append(para(("Code of this pad: ", Strong(slip.code)), SMALL))
        self.words = Stack(mine)
        faster = (Strong("Faster by phone: "), "scan, or open ", Strong(slip.typed))
        self.scan = para(faster, SMALL) if slip.typed else None
        self.studio = slip.studio

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.left = logo_size(self.studio.logo, LOGO)[0]
        self.left += GUTTER * bool(self.left)
        self.beside = self.left + (CODE + 10 if self.modules else 0.0)
        _, words = self.words.wrap(availWidth - self.beside, availHeight)
        self.typed = self.scan.wrap(availWidth - self.beside, availHeight)[1] if self.scan else 0.0
        self.height = max(words + self.typed, CODE if self.modules else 0.0, LOGO if self.left else 0.0) + 4
        return self.width, self.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        if self.modules:
            with canvas.content("Figure", alt="A square code. A phone’s camera opens the form for a referral."):
                draw_square_code(canvas, self.modules, self.width, self.height, CODE)
        draw_logo(canvas, self.studio, 0, self.height - LOGO / 2, LOGO)
        self.words.drawOn(canvas, self.left, self.height - self.words.height)
        if self.scan:
            self.scan.drawOn(canvas, self.left, self.height - self.words.height - self.typed)


class _Foot(Flowable):
    """What to do with the slip, and what not to wait with."""

    def __init__(self, slip: ReferralSlip) -> None:
        super().__init__()
        to = slip.studio.email or slip.studio.phone
        words = f"Give this to the patient, or send a photo of it to {to}." if to else "Give this to the patient."
        urgent = f" In an emergency do not send this: call {slip.emergency}."
        self.words = para(
            (words, Strong(urgent), " We call the patient within one working day, and you hear back."), SMALL
        )

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.height = self.words.wrap(availWidth - 16, availHeight)[1] + 10
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            frame(self.canv, 0, self.height, self.width, self.height, 1.1)
        self.words.drawOn(self.canv, 8, 5)


def _cut(canvas: TaggedCanvas, page: Page, y: float) -> None:
    """Where to cut: a dotted line across the page."""
    canvas.setDash(1, 4)
    rule(canvas, 0, page.width, y, INK, 0.7)
    canvas.setDash()
