"""A believable comparison for tests and pictures."""

from dataclasses import replace
from datetime import date

from studio.sheets import (
    Cell,
    Checkpoint,
    ComparisonSheet,
    MeasureLine,
    Occasion,
    Paper,
    RowLine,
    Said,
    ScoreLine,
    ScorePoint,
    Side,
)
from tests.documents.samples import STUDIO

DAYS = (date(2026, 11, 3), date(2026, 12, 15), date(2027, 1, 19))
WORDS = {None: "not tested", 0: "not seen", 1: "mild", 2: "marked"}
GONE = Said(words="not seen now", look="better", detail="a clear change")
LIKELY = Said(words="likely better", look="likely", detail="probably a change")
SAME = Said(words="same", look="same")
SMALL = Said(words="too small to call", look="open", detail="+1 cm, our error is 2")
UNKNOWN = Said(words="cannot compare", look="open", detail="not tested on both dates")


def row(
    name: str,
    overall: Said,
    *severities: int | None,
    test: str = "Overhead squat",
    compensation: str = "",
    side: Side = "",
) -> RowLine:
    """A row of severities, None for what was not judged."""
    return RowLine(
        name=name,
        test=test,
        cells=tuple(Cell(severity=one, words=WORDS[one]) for one in severities),
        overall=overall,
        latest=SAME,
        compensation=compensation,
        side=side,
    )


ROWS = (
    row("Left knee moves in", GONE, 2, 1, 0, compensation="ohsa.knee_valgus", side="left"),
    row("Arms fall forward", Said(words="not seen now", look="likely", detail="probably a change"), 1, 0, 0),
    row("Chest drops forward", LIKELY, 2, 1, 1),
    row("Left foot turns out", SAME, 1, 1, 1),
    row("Right heel lifts", UNKNOWN, 1, 1, None),
    row("Head moves forward", Said(words="new", look="worse", detail="probably a change"), 0, 0, 1),
)


def comparison_sheet(*, paper: Paper = "A4", **changed: object) -> ComparisonSheet:
    """Return Maria's comparison of three checks."""
    score = MeasureLine(
        name="Squat score",
        values=("58", "76"),
        numbers=(58.1, 76.3),
        overall=Said(words="clear change", look="better", detail="+18.2 points"),
        least=10,
    )
    sheet = ComparisonSheet(
        studio=STUDIO,
        client_first="Maria",
        client_full="Maria Smith",
        coach="Dana Whitfield",
        coach_credential="Corrective Exercise Specialist",
        occasions=tuple(
            Occasion(day=day, name=name, rater="Dana Whitfield", how="full depth, shoes off", assessment=number)
            for number, (day, name) in enumerate(zip(DAYS, ("Week 0", "Week 6", "Week 12"), strict=True), 1)
        ),
        headline="Of your 5 findings, 2 are not seen now, 1 is likely better, 1 is the same and 1 is not compared. "
        "1 thing is new.",
        lead="Knee-to-wall distance, left: 6 cm, now 9.5 cm. That is more than our measuring error.",
        checkpoints=(
            Checkpoint(name="Foot and ankle", rows=ROWS[3:5], quiet=1),
            Checkpoint(name="Knee", rows=ROWS[:1], quiet=1),
            Checkpoint(name="Shoulders and head", rows=(ROWS[1], ROWS[2], ROWS[5])),
        ),
        measures=(
            MeasureLine(
                name="Knee-to-wall distance, left",
                values=("6 cm", "7.5 cm", "9.5 cm"),
                numbers=(6, 7.5, 9.5),
                overall=Said(words="real change", look="better", detail="+3.5 cm, our error is 2"),
                least=2,
            ),
            MeasureLine(
                name="Knee-to-wall distance, right",
                values=("9 cm", "not measured", "10 cm"),
                numbers=(9, None, 10),
                overall=SMALL,
                least=2,
            ),
        ),
        score=ScoreLine(
            points=(
                ScorePoint(day=DAYS[0], value=58, name="Week 0"),
                ScorePoint(day=DAYS[1], value=None, name="Week 6", without="pain"),
                ScorePoint(day=DAYS[2], value=76, name="Week 12", partial=True),
            ),
            change=score.overall,
            line=score,
            shared="on the same 9 of 10 movements",
            bands="from 10 points a likely change, from 15 a clear one",
        ),
        cautions=("A test was stopped for pain on 15 Dec. It is not compared, and it has no score.",),
        paper=paper,
    )
    return replace(sheet, **changed)  # type: ignore[arg-type]


def long_comparison_sheet(*, paper: Paper = "A4") -> ComparisonSheet:
    """Return a comparison of a whole battery, with long names and many rows and measures."""
    name = "Bartholomew-Maximilian Featherstonehaugh-Cholmondeley"
    rows = tuple(
        row(
            f"Shoulder blade lifts off the ribs on the right, number {number}",
            UNKNOWN,
            2,
            None,
            1,
            test="Single-leg squat",
        )
        for number in range(1, 34)
    )
    sheet = comparison_sheet(paper=paper, client_first="Bartholomew-Maximilian", client_full=name)
    return replace(
        sheet,
        checkpoints=(*sheet.checkpoints, Checkpoint(name="Knee", rows=rows)),
        measures=sheet.measures * 8,
        headline="Of your 38 findings, 2 are not seen now, 1 is clearly better, 1 is likely better, 1 is the same, "
        "3 are likely more than before, 2 are too small to call and 28 are not compared. 4 things are new.",
        cautions=(*sheet.cautions, "Dana Whitfield and Jonas Keller rated, so a change of one grade is not counted."),
    )
