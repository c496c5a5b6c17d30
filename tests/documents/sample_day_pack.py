"""The papers of a day pack: the front page of a full one, and what stands for a client."""

from datetime import date

from studio.sheets.day_pack import PackFront, PackLine, StandingSheet
from tests.documents.samples import STUDIO

PAPERS = ("Limits", "Warm-up", "Overhead squat", "Tick log")


def pack_front() -> PackFront:
    """As many clients as a pack takes."""
    lines = tuple(
        PackLine(client=f"Maria-Magdalena Smith {number}", papers=PAPERS, first=8 * number - 5, last=8 * number + 1)
        for number in range(1, 25)
    )
    return PackFront(studio=STUDIO, printed=date(2026, 11, 24), coach="Dana Whitfield", lines=lines)


def standing_sheet() -> StandingSheet:
    """Somebody with a knee that rests, a limit, and one past its last day."""
    return StandingSheet(
        studio=STUDIO,
        client="Maria Smith",
        printed=date(2026, 11, 24),
        start="May start, with the advice below.",
        may_start=True,
        advice=("Light to moderate effort only.",),
        rests=("left knee, pain 4 of 10 on 3 Nov",),
        limits=("Do not bend the left knee past 90° with weight (from your PT, until 1 Feb)",),
        lapsed=("Right shoulder: no lifting (until Mon 2 Nov 2026). Ask Dr. Grey whether it still stands.",),
    )
