"""One exercise: number, phase and reason, name, dose, picture, cues, and what to feel and to avoid."""

from typing import Any

from studio.documents import fonts
from studio.documents.blocks import Sign, Signed, Stack
from studio.documents.exercise_picture import exercise_picture
from studio.documents.home_programme.scale import Scale
from studio.documents.marks import bullet, cross, draw_pill, easier, harder, instead, number_disc, pen_box, pill, target
from studio.documents.styles import SOFT, TEAL, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Line, Strong, line, para
from studio.sheets import HomeLine

GUTTER = 12.0
FLAGS = {"new": "NEW", "harder": "HARDER"}


class Heading:
    """Phase and reason, name with its flag, dose."""

    def __init__(self, exercise: HomeLine, scale: Scale) -> None:
        self.exercise = exercise
        self.scale = scale
        label = style(scale.label, font=fonts.BOLD, colour=TEAL)
        self.phase = line(exercise.phase_word.upper(), label, spacing=0.5, limit=40)
        soft = style(scale.label, colour=SOFT)
        self.why = line(exercise.why, soft)
        self.long_why = para(exercise.why, soft, tag=None)
        self.name = para(exercise.name, style(scale.name, font=fonts.BOLD, leading=scale.name * 1.12), tag=None)
        flag = ", ".join(word for word in (FLAGS.get(exercise.flag, ""), exercise.flag_note) if word)
        self.flag = flag
        self.show = line("Coach: show first", style(scale.label)) if exercise.show_first else None
        self.dose = para(exercise.dose, style(scale.dose, font=fonts.SEMIBOLD, leading=scale.dose * 1.2))

    def measure(self, width: float) -> float:
        """Lay out for `width` and return the height."""
        size = self.scale.name
        self.why_beside = self.phase.width + 6 + self.why.width <= width
        self.label_height = self.scale.label * 1.3
        if not self.why_beside:
            self.label_height += float(self.long_why.wrap(width, 1e5)[1])
        self.name_height = float(self.name.wrap(width, 1e5)[1])
        self.pill_x, self.pill_drop = 0.0, 0.0
        self.pill = pill(self.flag, self.scale.label * 0.95, width) if self.flag else None
        if self.pill:
            self.pill_x = last_line_width(self.name, width) + size * 0.45
            if self.pill_x + self.pill.width + self.pill.size > width:
                self.pill_x, self.pill_drop = 0.0, self.pill.size * 1.75
        self.dose_height = float(self.dose.wrap(width, 1e5)[1])
        self.show_x, self.show_height = 0.0, 0.0
        if self.show:
            # At the end of the first line where there is room, else under the dose.
            self.show_x = width - self.show.width
            begins = self.show_x - self.scale.label * 2.3
            if not self.why_beside or self.phase.width + 6 + self.why.width > begins:
                self.show_x, self.show_height = self.scale.label * 1.3, self.scale.label * 1.35
        return self.label_height + self.name_height + self.pill_drop + size * 0.1 + self.dose_height + self.show_height

    def draw(self, canvas: TaggedCanvas, x: float, top: float, disc_x: float) -> None:
        """Draw with the upper left corner at (x, top) and the number left of it."""
        name_bottom = top - self.label_height - self.name_height
        with canvas.content("H2"):
            number_disc(canvas, disc_x, top - self.scale.disc - 1, self.exercise.number, self.scale.disc)
            self.name.drawOn(canvas, x, name_bottom)
            if self.pill:
                drop = self.pill_drop - self.pill.size * 0.3 if self.pill_drop else -self.scale.name * 0.2
                draw_pill(canvas, x + self.pill_x, name_bottom - drop, self.pill, solid=self.exercise.flag == "new")
        with canvas.content("P"):
            self.phase.draw(canvas, x, top - self.scale.label * 0.85)
            if self.why_beside:
                self.why.draw(canvas, x + self.phase.width + 6, top - self.scale.label * 0.85)
            else:
                self.long_why.drawOn(canvas, x, top - self.label_height)
        dose_bottom = name_bottom - self.pill_drop - self.scale.name * 0.1 - self.dose_height
        self.dose.drawOn(canvas, x, dose_bottom)
        if self.show:
            y = dose_bottom - self.show_height * 0.85 if self.show_height else top - self.scale.label * 0.85
            self._draw_show(canvas, self.show, x + self.show_x, y)

    def _draw_show(self, canvas: TaggedCanvas, show: Line, x: float, y: float) -> None:
        with canvas.artifact():
            pen_box(canvas, x - show.size * 0.75, y + show.size * 0.33, show.size)
        with canvas.content("P"):
            show.draw(canvas, x, y)


class Row:
    """One exercise on the sheet; measured first, drawn later in whatever height the page can give it."""

    def __init__(self, exercise: HomeLine, scale: Scale, width: float, most: float) -> None:
        """Lay out for `width`; a row higher than `most` is printed smaller rather than split."""
        self.scale = scale
        self.heading = Heading(exercise, scale)
        self.picture = exercise_picture(exercise, body=scale.body, label=scale.label)
        self.cues = cues(exercise, scale)
        self.marked = marked(exercise, scale)
        self.shrink = 1.0
        height = self._measure(width)
        while height * self.shrink > most:
            # Smaller type also makes the lines longer: the height falls with the square.
            self.shrink *= max(0.7, 0.98 * (most / (height * self.shrink)) ** 0.5)
            height = self._measure(width / self.shrink)
        self.height = height * self.shrink

    def _measure(self, width: float) -> float:
        scale = self.scale
        self.words = width - scale.column - (0 if scale.wide else scale.picture + GUTTER)
        self.heading_height = self.heading.measure(self.words) + scale.body * 0.25
        _, self.cues_height = self.cues.wrap(self.words - (scale.picture + GUTTER if scale.wide else 0), 1e5)
        _, self.marked_height = self.marked.wrap(self.words, 1e5)
        self.between = scale.body * 0.3
        beside = max(self.cues_height, scale.least_picture) if scale.wide else self.cues_height
        words = self.heading_height + beside + self.between + self.marked_height
        self.natural = words if scale.wide else max(words, scale.least_picture)
        return self.natural

    def draw(self, canvas: TaggedCanvas, x: float, top: float, height: float) -> None:
        """Draw with the upper left corner at (x, top); what `height` has to spare goes to the picture."""
        canvas.saveState()
        canvas.translate(x, top)
        canvas.scale(self.shrink, self.shrink)
        with canvas.element("Sect"):
            self._draw(canvas, height / self.shrink)
        canvas.restoreState()

    def _draw(self, canvas: TaggedCanvas, height: float) -> None:
        scale = self.scale
        left = scale.column
        beside = left + scale.picture + GUTTER
        words = left if scale.wide else beside
        y = -self.heading_height
        box = max(self.cues_height, scale.least_picture) + height - self.natural if scale.wide else height
        self.heading.draw(canvas, words, 0, scale.disc)
        self.picture.wrap(scale.picture, box)
        self.picture.drawOn(canvas, left, (y if scale.wide else 0) - box)
        self.cues.drawOn(canvas, beside, y - self.cues_height)
        y -= (box if scale.wide else self.cues_height) + self.between + self.marked_height
        self.marked.drawOn(canvas, words, y)


def cues(exercise: HomeLine, scale: Scale) -> Stack:
    """Return the cues as a list."""
    look = style(scale.body, leading=scale.leading)
    gap = 3.0 if scale.wide else 0.0
    items: list[Any] = []
    for cue in exercise.cues:
        items += [Signed(bullet, para(cue, look, tag="LBody"), scale.body * 1.1, tag="LI"), gap]
    return Stack(items, tag="L")


def marked(exercise: HomeLine, scale: Scale) -> Stack:
    """Return the lines with a drawn sign: feel it, not this, too hard, too easy, instead."""
    look = style(scale.body, leading=scale.leading)
    way = exercise.use_instead
    label, separator, rest = way.partition(": ")
    if not (way.startswith("No ") and separator):  # “No band: move slowly …” brings its own label
        label, rest = "Or", way[:1].lower() + way[1:]
    lines: tuple[tuple[Sign, str, str], ...] = (
        (target, "Feel it:", exercise.feel_it),
        (cross, "Not this:", exercise.not_this),
        (easier, "Too hard?", exercise.too_hard),
        (harder, "Too easy?", exercise.too_easy),
        (instead, f"{label}:", rest),
    )
    return Stack(
        [
            Signed(sign, para((Strong(label), " " + words), look), scale.body * 1.1)
            for sign, label, words in lines
            if words
        ]
    )


def last_line_width(paragraph: Any, width: float) -> float:
    """Return how far the last line of a wrapped paragraph reaches."""
    lines = paragraph.blPara.lines
    if not lines:
        return 0.0
    spare = lines[-1][0] if isinstance(lines[-1], tuple) else lines[-1].extraSpace
    return width - float(spare)
