"""The foot of the report: what it is not, and who signs it."""

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Stack
from studio.documents.clean import NOTE
from studio.documents.marks import frame, rule
from studio.documents.styles import INK, style
from studio.documents.text import Strong, para
from studio.sheets import FindingsSheet

SIZE = 11.2
PAD = 8.0
SHARE = 0.57


class Foot(Flowable):
    """The box that says what the report is not, beside the signature line; the same at every setting."""

    def __init__(self, sheet: FindingsSheet) -> None:
        super().__init__()
        small = style(SIZE, leading=13.4)
        self.words = para((Strong("What this is not."), f" {sheet.what_this_is_not}"), small, limit=NOTE)
        phone = sheet.studio.phone
        questions = f"Questions? Call or text {phone}" if phone else "Questions? Ask us"
        lines = [para(sheet.coach, style(SIZE, font=fonts.SEMIBOLD))]
        lines += [para(words, small) for words in (sheet.coach_credential, questions) if words]
        self.signature = Stack(lines)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.box = availWidth * SHARE
        _, words = self.words.wrap(self.box - 2 * PAD - 2, availHeight)
        self.left = self.box + 16
        _, self.signature_height = self.signature.wrap(availWidth - self.left, availHeight)
        # The line above the name takes a signature by hand.
        self.height = max(words + 2 * PAD, self.signature_height + 30)
        return availWidth, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            frame(self.canv, 0, self.height, self.box, self.height)
            rule(self.canv, self.left, self.width, self.signature_height + 6, INK, 0.9)
        self.words.drawOn(self.canv, PAD + 2, self.height - PAD - self.words.height)
        self.signature.drawOn(self.canv, self.left, 2)
