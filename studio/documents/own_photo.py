"""The client's own photo in the picture's place, with what a photo cannot say: the kit and the side."""

from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Shrunk, Stack
from studio.documents.start_position import draw_sides
from studio.documents.styles import INK, RULE, SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import para
from studio.sheets import Photo, Pictured


class OwnPhoto(Flowable):
    """A photo as large as its box lets it be, at the upper left; the words stand below it."""

    def __init__(self, exercise: Pictured, photo: Photo, body: float, small: float) -> None:
        super().__init__()
        self.photo, self.side, self.body = photo, exercise.side, body
        said = ((", ".join(exercise.kit), SOFT, fonts.REGULAR), (exercise.side_words, INK, fonts.SEMIBOLD))
        self.said = [para(text, style(small, font=font, colour=colour)) for text, colour, font in said if text]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, availHeight
        self.signs = self.body * 3.8 if self.side else 0.0
        self.words = Shrunk(Stack(self.said), availHeight * 0.4)
        self.words.wrap(availWidth - self.signs, availHeight)
        self.gap = self.body * 0.3 if self.said or self.side else 0.0
        below = max(self.words.height, self.body * 1.5 if self.side else 0.0) + self.gap
        self.scale = min(availWidth / self.photo.width, (availHeight - below) / self.photo.height)
        return availWidth, availHeight

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        width, height = self.photo.width * self.scale, self.photo.height * self.scale
        foot = self.height - height
        with canvas.content("Figure", alt=self.photo.alt):
            canvas.drawImage(ImageReader(BytesIO(self.photo.jpeg)), 0, foot, width, height)
        with canvas.artifact():
            canvas.setStrokeColor(RULE)
            canvas.setLineWidth(0.6)
            canvas.rect(0, foot, width, height)
        foot -= self.gap
        self.words.drawOn(canvas, self.signs, foot - self.words.height)
        if self.side:
            radius = self.body * 0.68
            with canvas.artifact():
                draw_sides(canvas, radius * 2.25, foot - radius - 0.5, radius, self.side)
