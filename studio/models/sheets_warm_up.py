"""The warm-up card of a client: what the tables choose today for the studio, in the block the plan stands in."""

from datetime import date
from typing import cast

from ..ces import dose, wording
from ..ces.case import Case
from ..ces.exercises import PHASES
from ..ces.prescription import Line
from ..ces.programme import select
from ..sheets import Paper, WarmUpCard, WarmUpLine, WarmUpPhase
from .kit import kit_words
from .minutes import whole_minutes
from .plan_view import in_studio
from .programmes import Programme
from .sheets_home import limits_told, studio_card
from .sheets_lines import place_of, side_words
from .studios import Studio
from .tables import in_use
from .users import User


def warm_up_card(programme: Programme, case: Case, studio: Studio, on: date, by: User) -> WarmUpCard:
    """Build the card; `case` is what is known of the client, at the week of the plan that it stands in."""
    chosen = select(in_studio(case, programme), in_use())
    shares = whole_minutes([(line.seconds + dose.SETUP_S) / 60 for line in chosen.lines])
    minutes = dict(zip(chosen.lines, shares, strict=True))
    numbers = {line: number for number, line in enumerate(chosen.lines, start=1)}
    begun = programme.started_on is not None and case.plan.week <= programme.weeks
    return WarmUpCard(
        studio=studio_card(studio),
        client_first=programme.client.first_name,
        client_full=programme.client.name,
        coach=by.name,
        printed=on,
        phases=tuple(
            WarmUpPhase(
                word=wording.phase_words(phase),
                minutes=sum(minutes[line] for line in chosen.of(phase)),
                lines=tuple(_line(line, numbers[line]) for line in chosen.of(phase)),
            )
            for phase in PHASES
            if chosen.of(phase)
        ),
        week=case.plan.week if begun else None,
        weeks=programme.weeks,
        limits=limits_told(case),
        why_empty=next((one.reason for one in chosen.empty_phases), "") if not chosen.lines else "",
        paper=cast(Paper, studio.paper),
    )


def _line(line: Line, number: int) -> WarmUpLine:
    drill = in_use().exercises[line.exercise]
    position, posture = place_of(drill)
    return WarmUpLine(
        number=number,
        name=drill.name,
        dose=dose.briefly(line.dose, line.side, line.extra),
        with_coach=drill.needs_coach,
        position=position,
        posture=posture,
        kit=kit_words(drill),
        side=line.side if line.dose.per_side else "",
        side_words=side_words(line, drill),
        exercise=drill.id,
    )
