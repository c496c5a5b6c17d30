"""Two or three of a client's assessments side by side, as the page and the progress report show them."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from ..ces.catalogue import Catalogue
from ..ces.comparing import Occasion as Compared
from ..ces.comparing import compare_rows
from ..ces.comparing_measures import compare_measures
from ..ces.units import LengthUnit
from ..ces.wording import listed
from ..sheets import Checkpoint, ComparisonSheet, MeasureLine, Occasion, Paper, Reading, day_and_month
from .clients import Client
from .comparison_measures import measure_lines
from .comparison_rows import checkpoints
from .comparison_score import score_line
from .comparisons import PLOTTED, Dated, Done, dated
from .credentials import valid_credentials
from .recorded import measures_in, results_in
from .score_view import DEPTH_WORDS
from .sheets_home import studio_card
from .studios import Studio, studio_today
from .tables import in_use
from .users import User

TOLD = 2
"""How many measures the first sentence names."""


def comparison_of(
    client: Client, all_: Sequence[Done], ids: Sequence[int], studio: Studio, reading: Reading = "client"
) -> ComparisonSheet | None:
    """Compare the assessments with these numbers for a reader; None while there are not two."""
    places = [place for place, one in enumerate(all_) if one.id in ids]
    if len(places) < 2:
        return None
    plotted = [one.id for one in all_[: places[-1] + 1]][-PLOTTED:]
    known = dated(all_, list({*plotted, *ids}), studio.time_zone)
    return comparison_sheet(
        client,
        [one for one in known if one.done.id in ids],
        [one for one in known if one.done.id in plotted],
        studio,
        reading,
    )


def comparison_sheet(
    client: Client, chosen: Sequence[Dated], plotted: Sequence[Dated], studio: Studio, reading: Reading = "client"
) -> ComparisonSheet:
    """Compare `chosen`, two or three, the oldest first; the chart of the score shows `plotted`."""
    cat = in_use()
    given = [compared(one) for one in chosen]
    occasions = tuple(occasion(one, case) for one, case in zip(chosen, given, strict=True))
    parts = checkpoints(compare_rows(given, cat), cat)
    measures = measure_lines(compare_measures(given, cat), cat, cast(LengthUnit, studio.units))
    newest = chosen[-1].version.assessment.coach
    return ComparisonSheet(
        studio=studio_card(studio),
        client_first=client.first_name,
        client_full=client.name,
        coach=newest.name,
        coach_credential=_says(newest, reading),
        occasions=occasions,
        headline=headline(parts, occasions[0].day, reading),
        lead=_lead(measures),
        checkpoints=parts,
        measures=measures,
        score=score_line(plotted, chosen[0], chosen[-1], cat),
        cautions=tuple(cautions(occasions, given, cat)),
        reading=reading,
        paper=cast(Paper, studio.paper),
    )


def _says(coach: User, reading: Reading) -> str:
    """Their title to a client; to a therapist, what is valid today."""
    return " · ".join(valid_credentials(coach, studio_today())) if reading == "therapist" else coach.credential


def compared(one: Dated) -> Compared:
    """An assessment as the engine compares it."""
    recorded = one.version.recorded
    return Compared(results_in(recorded), measures_in(recorded), one.done.coach_id)


def occasion(one: Dated, compared: Compared) -> Occasion:
    """A column of the tables."""
    squat = next((result for result in compared.results if result.depth or result.shoes), None)
    depth = DEPTH_WORDS.get(squat.depth or "", "") if squat else ""
    shoes = f"shoes {squat.shoes}" if squat and squat.shoes else ""
    return Occasion(
        day=one.day,
        name=one.name,
        rater=one.done.coach,
        how=", ".join(filter(None, (depth, shoes))),
        assessment=one.done.id,
    )


def headline(parts: Sequence[Checkpoint], first: date, reading: Reading) -> str:
    """“Of your 4 findings, 2 are not seen now, 1 is likely better and 1 is the same.”"""
    rows = [row for part in parts for row in part.rows]
    found = [row for row in rows if row.cells[0].severity]
    new = sum(row.overall.words == "new" for row in rows)
    told = [
        (sum(row.overall.words == words for row in found), said)
        for words, said in (
            ("not seen now", "not seen now"),
            ("clearly better", "clearly better"),
            ("likely better", "likely better"),
            ("same", "the same"),
            ("clearly more", "clearly more than before"),
            ("likely more", "likely more than before"),
            ("too small to call", "too small to call"),
            ("cannot compare", "not compared"),
        )
    ]
    also = f" {new} {'thing is' if new == 1 else 'things are'} new." if new else ""
    if not found:
        return f"Nothing stood out on {day_and_month(first)}.{also or ' Nothing is new.'}"
    counted = [(number, said) for number, said in told if number]
    whose, of = ("Your", "Of your") if reading == "client" else ("The", "Of")
    if len(found) == 1:
        return f"{whose} one finding is {counted[0][1]}.{also}"
    if len(counted) == 1:
        return f"{whose} {len(found)} findings are all {counted[0][1]}.{also}"
    words = listed(f"{number} {'is' if number == 1 else 'are'} {said}" for number, said in counted)
    return f"{of} {len(found)} findings, {words}.{also}"


def _lead(measures: Sequence[MeasureLine]) -> str:
    real = [one for one in measures if one.overall.look == "better"]
    return " ".join(
        f"{one.name}: {one.values[0]}, now {one.values[-1]}. That is more than our measuring error."
        for one in real[:TOLD]
    )


def cautions(occasions: Sequence[Occasion], compared: Sequence[Compared], cat: Catalogue) -> list[str]:
    """What a reader must know about how the dates differ."""
    told = []
    if len({one.rater for one in compared}) > 1:
        told.append(
            f"{listed(dict.fromkeys(one.rater for one in occasions))} rated, so a change of one grade is not counted."
        )
    if len({one.how for one in occasions}) > 1:
        how = "; ".join(f"{day_and_month(one.day)}: {one.how or 'depth and shoes not noted'}" for one in occasions)
        told.append(f"The squats were not done alike, so they are not compared where that matters ({how}).")
    sore = [
        day_and_month(one.day)
        for one, given in zip(occasions, compared, strict=True)
        if any(result.stopped_for_pain for result in given.results)
    ]
    if sore:
        told.append(f"A test was stopped for pain on {listed(sore)}. It is not compared, and it has no score.")
    return told
