"""A programme version as its coach reads it on paper."""

from datetime import date
from typing import cast

from ..ces import dose
from ..clock import local
from ..sheets import CoachLine, CoachSheet, Paper
from ..sheets.coach import Override
from .gates import may_start
from .prescriptions import Prescription
from .programmes import ProgrammeVersion
from .reason_words import headline
from .sheets_home import studio_card
from .standing_words import standing_words
from .studios import Studio
from .tables import in_use

BY_LIMIT = ("limit", "tag", "region")


def coach_sheet(version: ProgrammeVersion, studio: Studio, on: date) -> CoachSheet:
    """The sheet of an issued version, with the limits as they stand on that day."""
    client = version.programme.client
    rows = version.on_sheet
    told = standing_words(may_start(client, on))
    return CoachSheet(
        studio=studio_card(studio),
        client=client.name,
        version=version.number,
        issued=local(version.issued_at, studio.time_zone).date() if version.issued_at else on,
        printed=on,
        coach=version.issued_by.name if version.issued_by else "",
        lines=tuple(_line(row, number) for number, row in enumerate(rows, start=1)),
        limits=told.limits,
        rests=told.rests,
        lapsed=told.lapsed,
        left_out=_left_out(version, {row.exercise for row in rows}),
        paper=cast(Paper, studio.paper),
    )


def _line(row: Prescription, number: int) -> CoachLine:
    line, drill = row.value, in_use().exercises[row.exercise]
    why = headline(line)
    return CoachLine(
        number=number,
        name=drill.name,
        dose=dose.in_words(line.dose, drill, line.side, line.first),
        because=f"Because {why.finding}{f', through {why.through}' if why.through else ''}" if why else "Added by hand",
        show_first=line.show_first,
        minds=tuple(caution.note for caution in line.cautions),
        override=_override(row),
    )


def _override(row: Prescription) -> Override | None:
    if not row.override:
        return None
    by = row.override_by.name if row.override_by else ""
    return Override(by=by, reason=row.override, against=tuple(row.overridden))


def _left_out(version: ProgrammeVersion, used: set[str]) -> tuple[str, ...]:
    """What a limit took out when the version was drafted, each drill with its reasons."""
    cat = in_use()
    reasons: dict[str, dict[str, None]] = {}
    for one in version.notes.get("excluded", ()):
        if one["filter"] in BY_LIMIT and one["exercise"] in cat.exercises and one["exercise"] not in used:
            reasons.setdefault(one["exercise"], {})[one["reason"]] = None
    return tuple(f"{cat.exercises[name].name}: {' '.join(why)}" for name, why in reasons.items())
