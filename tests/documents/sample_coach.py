"""A version for the coach's hand."""

from datetime import date

from studio.sheets import CoachLine, CoachSheet
from studio.sheets.coach import Override
from tests.documents.samples import STUDIO


def coach_copy() -> CoachSheet:
    """Return the coach's sheet of Maria's version 2: an override, limits, a rest, something past its day."""
    return CoachSheet(
        studio=STUDIO,
        client="Maria Smith",
        version=2,
        issued=date(2026, 11, 17),
        printed=date(2026, 11, 24),
        coach="Dana Whitfield",
        lines=(
            CoachLine(
                number=1,
                name="Calf roll",
                dose="1 set of 1 x 60 seconds, each side",
                because="Because both feet turn out, through the outer calf",
            ),
            CoachLine(
                number=2,
                name="Clamshell",
                dose="2 sets of 12, left side",
                because="Added by hand",
                show_first=True,
                minds=("Left knee: surgery at or next to this area. Stay under 90 degrees.",),
                override=Override(
                    by="Dana Whitfield",
                    reason="Agreed with her physical therapist by phone",
                    against=("No lying on the left side until 1 February (Alex Rivera).",),
                ),
            ),
            CoachLine(number=3, name="Single-leg balance reach", dose="2 sets of 8, each side"),
        ),
        limits=("Do not bend the left knee past 90° with weight (Alex Rivera, until 1 Feb).",),
        rests=("left ankle, pain 6 of 10",),
        lapsed=("Left shoulder: no weight overhead (until 1 Nov). Ask Alex Rivera whether it still stands.",),
        left_out=("Kneeling hip stretch: Loads the knee past 90°.", "Wall slide: Needs the arm overhead."),
    )
