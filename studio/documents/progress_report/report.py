"""Puts the progress report together: one page where it fits, more where there is more to say."""

from dataclasses import dataclass

from studio.documents.clean import NOTE
from studio.documents.flow import Piece, Placed, draw_sides, paginated
from studio.documents.page import Page, footer, page_of, running_header, side_words, write
from studio.documents.progress_report.figures import Figures, pictured
from studio.documents.progress_report.foot import Foot
from studio.documents.progress_report.measures import Heading, ScoreBlock, measured_table
from studio.documents.progress_report.rows import Legend, seen_table
from studio.documents.styles import SOFT, style
from studio.documents.tags import TaggedCanvas
from studio.documents.text import Strong, para
from studio.documents.titles import Rule, TitleBlock
from studio.sheets import ComparisonSheet, day, day_and_month, long_day

HEADER = 11.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How the report makes room: pictures, chart, lines for the pen, and gaps; words never give way."""

    figures: float
    """Height of the pictures; without room there are none."""
    chart: float
    """Height of the chart."""
    lines: int
    gap: float


SETTINGS = (
    Setting(146, 118, 3, 12),
    Setting(122, 100, 2, 7),
    Setting(100, 92, 2, 4),
    Setting(81, 84, 2, 3),
    Setting(0, 84, 2, 3),
)


def render(sheet: ComparisonSheet) -> bytes:
    """Return the progress report as tagged PDF; the same sheet gives the same bytes."""
    page = page_of(sheet.paper)
    subject = f"Progress: {sheet.client_full or sheet.client_first}"

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        about = [words for words in (day(sheet.last.day), sheet.studio.phone, sheet.studio.website) if words]
        footer(canvas, page, about, "Movement findings only", side_words(number, pages))

    def head(canvas: TaggedCanvas) -> float:
        return running_header(canvas, page, sheet.client_full, f"Progress · {day(sheet.last.day)}", HEADER)

    def draw(canvas: TaggedCanvas) -> None:
        setting, sides = fewest_sides(sheet, page)
        draw_sides(canvas, sides, lambda: head(canvas))
        foot = Foot(sheet, setting.lines)
        foot.wrap(page.room, page.height)
        foot.drawOn(canvas, page.left, page.bottom)

    return write(
        page,
        draw,
        finish=finish,
        title=f"{subject}, {long_day(sheet.last.day)}",
        author=sheet.studio.name,
        dated=sheet.last.day,
        lang=sheet.lang,
    )


def fewest_sides(sheet: ComparisonSheet, page: Page) -> tuple[Setting, list[list[Placed]]]:
    """Return the first setting that takes the fewest pages, and the report shared out over them."""
    tried = []
    for setting in SETTINGS:
        tried.append((setting, shared_out(sheet, page, setting)))
        if len(tried[-1][1]) == 1:
            break
    return min(tried, key=lambda made: len(made[1]))


def shared_out(sheet: ComparisonSheet, page: Page, setting: Setting) -> list[list[Placed]]:
    """Share the report out over pages; the last one keeps room for the foot."""
    foot = Foot(sheet, setting.lines).wrap(page.room, page.height)[1]
    return paginated(page, pieces(sheet, setting), later=HEADER * 2.3, foot=foot + setting.gap)


def pieces(sheet: ComparisonSheet, setting: Setting) -> list[Piece]:
    """Return the parts of the report from top to bottom."""
    body = style(12.4, leading=15.6)
    told = [Piece(head(sheet)), Piece(Rule(), above=4)]
    told.append(Piece(para((Strong(sheet.headline), f" {sheet.lead}"), body, limit=NOTE), above=6))
    told += [Piece(para(words, style(10.4, leading=13), limit=NOTE), above=4) for words in sheet.cautions]
    if sheet.rows:
        row = pictured(sheet) if setting.figures else None
        legend = Figures(sheet, row, setting.figures) if row else Legend()
        told.append(Piece(legend, above=setting.gap, keep=True))
        told.append(Piece(seen_table(sheet), above=4))
    if sheet.score:
        told.append(
            Piece(Heading("Your squat score", "out of 100, compared with yourself only"), keep=True, above=setting.gap)
        )
        told.append(Piece(ScoreBlock(sheet.score, setting.chart)))
    if sheet.measures:
        note = "grey band = our measuring error. Black dot outside it = real change"
        told.append(Piece(Heading("What we measured", note), keep=True, above=setting.gap))
        told.append(Piece(measured_table(sheet.measures)))
    return told


def head(sheet: ComparisonSheet) -> TitleBlock:
    """Return the title block."""
    raters = " and ".join(dict.fromkeys(one.rater for one in sheet.occasions))
    right = [("Coach", sheet.coach), ("Phone", sheet.studio.phone), ("Checks by", raters)]
    days = [day_and_month(one.day) for one in sheet.occasions[:-1]]
    return TitleBlock(
        sheet.studio,
        f"{sheet.client_first}, what has changed",
        [pair for pair in right if pair[1]],
        size=25,
        small=10.3,
        below=para(f"Checks on {', '.join(days)} and {long_day(sheet.last.day)}", style(12.2, colour=SOFT)),
    )
