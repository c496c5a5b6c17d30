"""A programme version as the client reads it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from .. import phones
from ..ces.case import Case
from ..ces.limit_words import sentence
from ..sheets import HomeSheet, Paper, PrintSize, StudioCard
from .changes import changes_since
from .due import weeks_of
from .finding_words import hurting
from .logos import logo_in_use
from .minutes import whole_minutes
from .programmes import ProgrammeVersion
from .sheets_lines import home_line, things_needed
from .studios import Studio
from .tables import in_use
from .users import User

TITLES = {
    "foot_ankle": "Easy ankles",
    "knee": "Steady knees",
    "lphc": "Steady hips and back",
    "shoulder": "Easy shoulders",
    "head": "Easy neck",
}
# What a client can keep to by themselves; the rest is for the coach's eyes.
FOR_THE_CLIENT = ("weight_bearing", "range", "load", "position", "combination", "rest")
USUAL_TITLE = "Home programme"


@dataclass(frozen=True)
class Handing:
    """Handing over a version: who, on which day, in which type size, and the words around the lines."""

    by: User
    on: date
    size: PrintSize
    home_days: int
    next_date: date | None
    message: str


def home_sheet(version: ProgrammeVersion, case: Case, studio: Studio, handing: Handing) -> HomeSheet:
    """Build the sheet of a draft about to be issued; what changed is told against the version the client has."""
    programme, client = version.programme, version.programme.client
    week, weeks = programme.week(handing.on), version.plan["weeks"]
    rows = version.on_sheet
    before = programme.issued
    flags, changes = changes_since(before, rows)
    shares = whole_minutes([row.minutes for row in rows])
    return HomeSheet(
        studio=studio_card(studio),
        client_first=client.first_name,
        client_full=client.name,
        title=title_of(version),
        version=version.number,
        issued=handing.on,
        coach=handing.by.name,
        coach_credential=handing.by.credential,
        lines=tuple(home_line(row, number, flags.get(row.id)) for number, row in enumerate(rows, start=1)),
        days_per_week=handing.home_days,
        minutes=sum(shares),
        paper=cast(Paper, studio.paper),
        size=handing.size,
        next_review=handing.next_date,
        week=week if week <= weeks else None,  # after the plan no clock runs
        weeks=weeks,
        rescreen_weeks=weeks_of(weeks),
        first_tick_day=handing.on - timedelta(days=handing.on.weekday()),
        limits=limits_told(case),
        changes=changes,
        you_need=things_needed(rows),
        message=handing.message,
        emergency_number=studio.emergency_number,
    )


def limits_told(case: Case) -> tuple[str, ...]:
    """What rests, and what the client can keep to by themselves."""
    return (
        *(f"Your {area} rests until a clinician has looked at it" for area in hurting(case)),
        *(sentence(one, in_use()).rstrip(".") for one in case.client.limits if one.kind in FOR_THE_CLIENT),
    )


def title_of(version: ProgrammeVersion) -> str:
    """The programme's own name, from the finding it begins with."""
    for priority in version.notes.get("priorities", ()):
        return TITLES[in_use().compensations[priority["compensation"]].checkpoint]
    return USUAL_TITLE


def studio_card(studio: Studio) -> StudioCard:
    """How the studio signs its paper."""
    logo = logo_in_use()
    return StudioCard(
        name=studio.name,
        address=studio.address,
        phone=phones.written(studio.phone, studio.country) if studio.phone else "",
        email=studio.email,
        website=studio.website,
        logo=logo.value if logo else None,
    )
