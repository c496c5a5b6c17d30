"""The cards of the one or two findings that matter most."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Labelled, Stack
from studio.documents.clean import NOTE
from studio.documents.findings_report.picture import SawAndWant
from studio.documents.findings_report.setting import Setting
from studio.documents.marks import frame, number_disc
from studio.documents.styles import TEAL, style
from studio.documents.text import para
from studio.sheets import PriorityCard

GUTTER = 12.0
PAD = 10.0
LABELS = ("We saw", "It may be", "We will")


class Cards(Flowable):
    """One card over the full width, or two side by side and equally high."""

    def __init__(self, cards: Sequence[PriorityCard], setting: Setting) -> None:
        super().__init__()
        self.cards = [Card(card, number, setting, beside=len(cards) == 1) for number, card in enumerate(cards, 1)]
        self.picture = setting.picture

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = availWidth
        self.each = (availWidth - GUTTER * (len(self.cards) - 1)) / len(self.cards)
        self.height = max(card.wrap(self.each, self.picture)[1] for card in self.cards)
        return availWidth, self.height

    def draw(self) -> None:
        # The same box for every picture, so that the captions stand level.
        spare = min(self.height - card.height for card in self.cards)
        for index, card in enumerate(self.cards):
            card.box = self.picture + spare
            card.height = self.height
            card.drawOn(self.canv, index * (self.each + GUTTER), 0)


class Card(Flowable):
    """Number and title, the picture's place, and three texts that read on as one sentence."""

    def __init__(self, card: PriorityCard, number: int, setting: Setting, *, beside: bool) -> None:
        super().__init__()
        self.number, self.setting, self.beside = number, setting, beside
        self.box = setting.picture
        size = setting.card
        bold = style(setting.card_title, font=fonts.BOLD, leading=setting.card_title * 1.15)
        self.title = para(card.title, bold, tag=None)
        self.picture = SawAndWant(card, size)
        self.label_width = size * 4.85
        texts = zip(LABELS, (card.we_saw, card.it_may_be, card.we_will), strict=True)
        self.texts = Stack([labelled(label, words, setting, self.label_width) for label, words in texts if words])

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        """`availHeight` is the height of the picture."""
        self.width, inner = availWidth, availWidth - 2 * PAD
        _, title = self.title.wrap(inner - 27, 1e5)
        self.title_height = max(title, 22.0) + 6
        self.picture_width = inner * 0.47 if self.beside else inner
        words = inner - self.picture_width - 16 if self.beside else inner
        _, texts = self.texts.wrap(words, 1e5)
        body = max(texts, availHeight * 0.8) if self.beside else texts + availHeight + 4
        self.height = 2 * PAD + self.title_height + body
        return availWidth, self.height

    def draw(self) -> None:
        canvas = self.canv
        top = self.height - PAD
        with canvas.artifact():
            frame(canvas, 0, self.height, self.width, self.height)
        with canvas.element("Sect"):
            with canvas.content("H2"):
                number_disc(canvas, PAD + 10, top - 10, self.number, 10.5)
                # One line stands level with the number, more lines begin there.
                level = max(0.0, (20 - self.title.height) / 2)
                self.title.drawOn(canvas, PAD + 27, top - level - self.title.height)
            body = top - self.title_height - PAD
            box = body if self.beside else self.box
            self.picture.wrap(self.picture_width, box)
            self.picture.drawOn(canvas, PAD, PAD + body - box)
            if self.beside:
                self.texts.drawOn(canvas, PAD + self.picture_width + 16, PAD + (body - self.texts.height) / 2)
            else:
                self.texts.drawOn(canvas, PAD, PAD + body - box - 4 - self.texts.height)


def labelled(label: str, words: str, setting: Setting, indent: float) -> Labelled:
    """Return one of the texts behind its label."""
    bold = style(setting.card * 0.97, font=fonts.BOLD, colour=TEAL, leading=setting.card_leading)
    text = para(words, style(setting.card, leading=setting.card_leading), tag=None, limit=NOTE)
    return Labelled(para(label, bold, tag=None), text, indent, gap=setting.card * 0.35)
