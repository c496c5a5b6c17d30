"""The head of side 1: title, facts strip, limits, what changed, what you need, a word from the coach."""

from typing import Any

from reportlab.platypus import Flowable

from studio.documents import fonts
from studio.documents.blocks import Stack
from studio.documents.clean import NOTE
from studio.documents.home_programme.facts import Fact, FactsStrip
from studio.documents.home_programme.scale import Scale
from studio.documents.marks import week_boxes
from studio.documents.square_code import QUIET, Modules, draw_square_code, square_code
from studio.documents.styles import INK, SOFT, WHITE, style
from studio.documents.text import DOT, Strong, line, para
from studio.documents.titles import TitleBlock
from studio.sheets import Changes, HomeSheet, day, weekday_names

MOST_LIMITS = 8


def header(sheet: HomeSheet, scale: Scale) -> Stack:
    """Return the head of side 1."""
    right = [
        ("Coach", sheet.coach),
        ("Phone", sheet.studio.phone),
        ("Version", f"{sheet.version}, {day(sheet.issued)}"),
    ]
    told = [pair for pair in right if pair[1]]
    below: Flowable = ProgrammeLine(sheet, scale)
    modules = square_code(sheet.scan_to)
    if modules and scale.wide:  # beside the code they would take the title's room
        signed = DOT.join(" ".join(pair) for pair in told)
        below, told = Stack([below, 3, para(signed, style(scale.small * 1.04, colour=SOFT))]), []
    title = TitleBlock(
        sheet.studio,
        f"{sheet.client_first}’s home sheet",
        told,
        size=scale.title,
        small=scale.small,
        below=below,
        corner=Scan(modules, scale) if modules else None,
    )
    items: list[Any] = [title, scale.body * 0.5, FactsStrip(facts(sheet), scale), scale.body * 0.45]
    look = style(scale.body, leading=scale.leading)
    limits = [limit for limit in sheet.limits if limit.strip()]
    items += [LimitLine(limit, scale) for limit in limits[:MOST_LIMITS]]
    more = len(limits) - MOST_LIMITS
    if more > 0:
        items.append(para(Strong(f"There are {more} more limits. Ask {sheet.coach} before you start."), look))
    if sheet.changes:
        items.append(para(changes_words(sheet.changes), look, limit=NOTE))
    if sheet.you_need:
        items.append(para((Strong("You need:"), f" {', '.join(sheet.you_need)}."), look, limit=NOTE))
    if sheet.message:
        words = (Strong(f"{sheet.coach or sheet.studio.name} writes:"), f" {sheet.message}")
        items.append(para(words, look, limit=NOTE))
    return Stack([*items, scale.body * 0.7])


def facts(sheet: HomeSheet) -> list[Fact]:
    """Return what the strip tells; what is not known has no column."""
    count = len(sheet.lines)
    order = f"in this order, 1 to {count}" if count > 1 else "one exercise"
    days = weekday_names(sheet.weekdays) or "pick your days"
    told = [
        Fact("HOME DAYS", f"{sheet.days_per_week} a week", days),
        Fact("TIME", f"about {sheet.minutes} min", order),
    ]
    first_name = "".join(sheet.coach.split()[:1])
    review = day(sheet.next_review) if sheet.next_review else ""
    if sheet.next_session:
        told.append(Fact("NEXT SESSION", sheet.next_session, f"with {first_name}" if first_name else ""))
    if sheet.sessions_left is not None:
        total = f" of {sheet.sessions_total}" if sheet.sessions_total else ""
        told.append(Fact("SESSIONS LEFT", f"{sheet.sessions_left}{total}", f"next check: {review}" if review else ""))
    elif review:
        told.append(Fact("NEXT CHECK", review, "we look at how you move"))
    return told


def changes_words(changes: Changes) -> list[str | Strong]:
    """Return “Changed since version 1: 2 new (3, 6) · 1 harder (4) · 1 stopped (cat-camel)”."""
    parts = [
        f"{len(numbers)} {word} ({', '.join(map(str, numbers))})"
        for word, numbers in (("new", changes.new), ("harder", changes.progressed), ("stopped", changes.stopped))
        if numbers
    ]
    return [Strong(f"Changed since version {changes.since_version}:"), " " + (DOT.join(parts) or "the dose only")]


class Scan(Flowable):
    """The square code in the upper right corner, the white around it in the margin, and what it is for below it."""

    def __init__(self, modules: Modules, scale: Scale) -> None:
        super().__init__()
        self.modules = modules
        self.side = len(modules) * scale.module
        self.quiet = QUIET * scale.module
        self.words = line("Scan to reach us", style(scale.small, font=fonts.SEMIBOLD))

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width = max(self.side + self.quiet, self.words.width)
        self.height = self.side + self.quiet + self.words.size * 1.1
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.content("Figure", alt="A square code. A phone’s camera opens our contact with it."):
            draw_square_code(self.canv, self.modules, self.width, self.height, self.side)
        with self.canv.content("P"):
            self.words.draw(self.canv, self.width, self.words.size * 0.25, "right")


class ProgrammeLine(Flowable):
    """The programme's name, and the week with its boxes once the clock runs."""

    def __init__(self, sheet: HomeSheet, scale: Scale) -> None:
        super().__init__()
        self.sheet = sheet
        self.size = scale.body * 1.15

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.width, self.height = availWidth, self.size * 1.35
        return self.width, self.height

    def draw(self) -> None:
        sheet, y = self.sheet, self.size * 0.4
        week = line("", style(self.size, font=fonts.BOLD))
        boxes = 0.0
        if sheet.week is not None:
            week = line(f"Week {sheet.week} of {sheet.weeks}", style(self.size, font=fonts.BOLD))
            boxes = 132.0
        name_room = self.width - (week.width + boxes + 20 if sheet.week is not None else 0)
        name = line(sheet.title, style(self.size, font=fonts.SEMIBOLD), room=name_room)
        x = name.width + 10 if name.width else 0.0
        with self.canv.content("P"):
            name.draw(self.canv, 0, y)
            week.draw(self.canv, x, y)
        if sheet.week is not None and 0 < sheet.weeks <= 24:
            with self.canv.artifact():
                week_boxes(
                    self.canv, x + week.width + 9, y + self.size * 0.66, boxes, self.size * 0.64,
                    now=sheet.week, weeks=sheet.weeks, marked=sheet.rescreen_weeks,
                )  # fmt: skip


class LimitLine(Flowable):
    """A precaution behind a black tag."""

    def __init__(self, limit: str, scale: Scale) -> None:
        super().__init__()
        self.tag = line("LIMIT", style(scale.body * 0.82, font=fonts.BOLD, colour=WHITE))
        self.words = para(Strong(limit), style(scale.body, leading=scale.leading), tag=None, limit=240)
        self.body = scale.body
        self.leading = scale.leading

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:
        self.indent = self.tag.width + self.body * 1.3
        _, words = self.words.wrap(availWidth - self.indent, availHeight)
        self.width, self.height = availWidth, max(words, self.leading) + self.leading * 0.1
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.content("P"):
            self.canv.setFillColor(INK)
            box = self.tag.width + self.body * 0.8
            self.canv.rect(0, self.height - self.body * 1.22, box, self.body * 1.17, stroke=0, fill=1)
            self.tag.draw(self.canv, box / 2, self.height - self.body * 0.93, "centre")
            self.words.drawOn(self.canv, self.indent, self.height - self.words.height)
