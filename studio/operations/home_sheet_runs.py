"""The home sheets of many clients in one pile, each as it was issued."""

from collections.abc import Iterator, Sequence

from ..documents.binder import Part
from ..models.database import write
from ..models.events import PILED
from ..models.home_sheets import InHand, stored_sheets
from ..models.studios import Studio, studio_today
from ..models.users import User
from ..sheets import long_day
from . import papers, print_runs
from .events import record_each
from .print_runs import PrintRun


def begin(chosen: Sequence[InHand], *, studio: Studio, both_sides: bool, by: User) -> PrintRun:
    """Ask for the sheets of these clients; that they were printed stands in the trail of each."""
    on = studio_today()
    run = print_runs.begin(
        "home sheets",
        title=f"Home sheets, {long_day(on)}",
        author=studio.name,
        file_name=f"{on:%Y-%m-%d}_home-sheets_{len(chosen)}.pdf",
        clients=[one.client.id for one in chosen],
        papers=[one.paper_id for one in chosen],
        both_sides=both_sides,
        by=by,
    )
    with write():
        record_each(
            PILED,
            "Home sheet printed with others",
            by=by,
            about=[(one.client.id, f"paper {one.paper_id}") for one in chosen],
        )
    return run


def parts(run: PrintRun, left_out: list[str]) -> Iterator[Part]:
    """The stored sheets one by one; one that is lost is named and left out."""
    for client, paper in stored_sheets(run.papers):
        try:
            yield Part(client, [("Home sheet", papers.read(paper))])
        except papers.PaperLost:
            left_out.append(client)
