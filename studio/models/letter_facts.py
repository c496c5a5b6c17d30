"""What a letter says beside its tables, from what is on record: symptoms, programme, adherence, limits."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import shorten
from typing import Any

from sqlalchemy import select

from ..ces.case import Pain
from ..ces.exercises import PHASES
from ..ces.limit_words import place_words
from ..ces.wording import listed
from ..extensions import db
from ..sheets import day_and_month
from .comparisons import Dated
from .felt import AFTER, stated
from .finding_words import capital
from .precaution_view import WHEN, precaution_view
from .precautions import Precaution, precautions_of
from .prescriptions import Prescription
from .programmes import Programme, ProgrammeVersion
from .reviews import Review
from .tables import in_use

MOST, LONGEST = 3, 130
PROMISE = "Respected in every sheet we issued; no override."


def symptoms(chosen: Sequence[Dated], reviews: Sequence[Review]) -> str:
    """What was reported at each screen, where, how strong and when; never what it means."""
    told = [(day_and_month(one.day), "; ".join(_felt(_pains(one.version.case)))) for one in chosen]
    after = dict.fromkeys(felt for one in reviews for felt in _felt(stated(AFTER, one.facts.get("sore", ""))))
    if not after and not any(felt for _, felt in told):
        return "None reported in the screen." if len(told) == 1 else "None reported in any of the screens."
    days = [f"{day}: {felt or 'none reported'}." for day, felt in told]
    return " ".join((*days, *([f"{capital('; '.join(after))}."] if after else [])))


def programme(found: Programme | None) -> str:
    """Phases, number of drills and how often; nothing before a sheet was issued."""
    issued = found.issued if found else None
    if found is None or issued is None:
        return ""
    lines = issued.on_sheet
    phases = [phase for phase in PHASES if any(line.phase == phase for line in lines)]
    drills = f"{len(lines)} {'drill' if len(lines) == 1 else 'drills'} at home on {issued.home_days} days a week"
    times = f"{found.sessions_per_week} {'session' if found.sessions_per_week == 1 else 'sessions'} a week with us"
    began = f" from {day_and_month(found.started_on)} {found.started_on.year}" if found.started_on else ""
    return f"{capital(listed(phases))}: {drills}, {times}; plan of {found.weeks} weeks{began}."


def adherence(reviews: Sequence[Review]) -> str:
    """Home sessions done of those planned, as far as anybody said so."""
    if not reviews:
        return ""
    facts, pct = reviews[-1].facts, reviews[-1].adherence_pct
    return f"Home: {facts['done']} of {facts['planned']} sessions ({pct} %), as the client told us."


def limits(client_id: int, found: Programme | None, on: date) -> str:
    """What is in force, who said so, and whether it was kept: an override has a name and a reason."""
    rows = sorted(
        (one for one in precautions_of(client_id) if one.stands(on)), key=lambda one: not one.said_as.clinical
    )
    if not rows:
        return "None on file."
    told = [_limit(one) for one in rows[:MOST]]
    told += [f"And {len(rows) - MOST} more on file."] if len(rows) > MOST else []
    return " ".join((*told, *_kept(client_id, found)))


def _pains(case: dict[str, Any]) -> Iterator[Pain]:
    for one in case.get("pain", ()):
        yield Pain(one["region"], one["side"], one["intensity"], one["when"])


def _felt(pains: Iterator[Pain] | Sequence[Pain]) -> list[str]:
    """“left knee 4 of 10 in a test”, each once."""
    felt = [one for one in pains if one.hurts and one.when != "history"]
    return list(dict.fromkeys(f"{_place(one)} {_strong(one)} {WHEN[one.when]}" for one in felt))


def _place(pain: Pain) -> str:
    return place_words(pain.region, pain.side, in_use())


def _strong(pain: Pain) -> str:
    return "not rated" if pain.intensity is None else f"{pain.intensity} of 10"


def _limit(row: Precaution) -> str:
    view = precaution_view(row)
    said = shorten("; ".join(view.lines), LONGEST, placeholder=" …")
    until = f", to {day_and_month(row.until)} {row.until.year}" if row.until else ""
    return f"{f'{capital(view.place)}: ' if view.place else ''}{said} ({row.said_by}{until})."


def _kept(client_id: int, found: Programme | None) -> Iterator[str]:
    if found is None or found.issued is None:
        return
    mine = (
        select(Prescription)
        .join(ProgrammeVersion, ProgrammeVersion.id == Prescription.version_id)
        .join(Programme, Programme.id == ProgrammeVersion.programme_id)
        .where(Programme.client_id == client_id, ProgrammeVersion.issued_at.is_not(None))
        .where(Prescription.override != "", ~Prescription.parked, ~Prescription.removed)
        .order_by(Prescription.id)
    )
    over = {row.exercise: row for row in db.session.scalars(mine)}
    if not over:
        yield PROMISE
    for exercise, row in over.items():
        name = in_use().exercises[exercise].name if exercise in in_use().exercises else exercise
        by = f" by {row.override_by.name}" if row.override_by else ""
        yield f"Override{by}: {name}, “{shorten(row.override, 90, placeholder=' …')}”."
