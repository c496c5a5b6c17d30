"""The paper to measure: a sheet that the demo studio issued, cut to what fits one page, and whole for a pile."""

from collections.abc import Callable
from dataclasses import replace
from tempfile import TemporaryFile
from typing import Any

from studio.documents import home_programme
from studio.documents.binder import Binder, Part
from studio.documents.drawing import operators
from studio.figures import exercise_picture, svg_file
from studio.figures.exercises import painted_picture
from studio.sheets import HomeSheet
from studio.sheets.stored import unpack


def one_page(packed: dict[str, Any]) -> HomeSheet:
    """A stored sheet with its first two lines, at 12 points."""
    sheet = unpack(HomeSheet, packed)
    return replace(sheet, lines=sheet.lines[:2], size=12, changes=None)


def whole(packed: dict[str, Any]) -> bytes:
    """A stored sheet as it was printed."""
    return home_programme.render(unpack(HomeSheet, packed))


def forgotten(make: Callable[[], object]) -> Callable[[], object]:
    """The same with nothing drawn before: what the first print after a start costs."""

    def first() -> None:
        for kept in (painted_picture, operators):
            kept.cache_clear()
        make()

    return first


def figure() -> None:
    """One exercise of two panels, from its pose to SVG."""
    picture = exercise_picture("act_dead_bug")
    svg_file(picture.panels if picture else ())


def pile(paper: bytes, clients: int) -> None:
    """Bind as many copies into one file, each for a client."""
    with TemporaryFile() as out:
        binder = Binder(out, both_sides=True)
        for number in range(clients):
            binder.add(Part(f"Client {number}", [("Home sheet", paper)]))
        binder.close(title="Home sheets", author="Bench", lang="en")
