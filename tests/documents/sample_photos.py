"""The home sheet and the warm-up card with the client's own photos on them."""

from dataclasses import replace
from functools import cache

from studio.operations.cutting import cut_out, middle
from studio.operations.images import jpeg
from studio.sheets import HomeSheet, Photo, WarmUpCard
from tests.documents.sample_warm_ups import warm_up_card
from tests.documents.samples import home_sheet
from tests.pictures import a_picture


def photo(name: str) -> Photo:
    """A photo of Maria at an exercise, as the studio cuts it out."""
    return Photo(jpeg=_cut(), width=500, height=400, alt=f"Photo of Maria: {name}")


@cache
def _cut() -> bytes:
    return cut_out(jpeg(a_picture(1600, 1200)), middle(1600, 1200))


def photo_home_sheet() -> HomeSheet:
    """Return Maria's sheet with a photo on every line."""
    sheet = home_sheet()
    return replace(sheet, lines=tuple(replace(line, photo=photo(line.name)) for line in sheet.lines))


def photo_warm_up_card() -> WarmUpCard:
    """Return Maria's card with a photo on the first line of each phase."""
    card = warm_up_card()
    return replace(
        card,
        phases=tuple(
            replace(phase, lines=(replace(phase.lines[0], photo=photo(phase.lines[0].name)), *phase.lines[1:]))
            for phase in card.phases
        ),
    )
