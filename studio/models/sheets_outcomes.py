"""The outcome summary: numbers of one year that can be shared, for the studio or for one therapist."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from statistics import median
from typing import cast
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import lazyload

from ..extensions import db
from ..sheets.outcomes import Figure, OutcomeSheet
from ..sheets.shared import Paper
from .letters import Letter
from .referral_findings import FindingCounts, findings_since
from .referral_progress import Progress, progress_of
from .referrals import Kind, Referral, State
from .sheets_home import studio_card
from .small_counts import FEW, LEAST, chain, parts
from .studios import Studio, studio_day, studio_today
from .therapists import Therapist

WAY = {State.received: "Referred", State.assessed: "Assessed", State.in_programme: "In a programme",
       State.finished: "Finished"}  # fmt: skip
NOTES = (
    f"Numbers under {LEAST} are not told, nor those from which one could be worked out.",
    "A finding is one thing seen on one side in a movement test. The last screen is laid beside the first one after "
    "the referral; a change within measuring error is none. Not every change comes from the exercises.",
)
TOO_FEW = f"There were {FEW} referrals, so no numbers are shown."
TOO_FEW_OTHERS = f"All but {FEW} of our referrals were theirs, so no numbers are shown: those of others could be told."


def years() -> list[int]:
    """Every year with a referral that can be counted, the newest first; the one of last month at least."""
    first = db.session.scalar(select(func.min(Referral.received_at)))
    now = _last_day().year
    return list(range(now, (min(now, studio_day(first).year) if first else now) - 1, -1))


def outcome_sheet(studio: Studio, year: int, therapist: Therapist | None = None) -> OutcomeSheet:
    """The summary as it stands; this year is counted to the end of last month, so that no two days tell one person."""
    today = studio_today()
    until = min(date(year, 12, 31), _last_day())
    sheet = OutcomeSheet(
        studio=studio_card(studio),
        written=today,
        year=year,
        until=until,
        therapist=therapist.words if therapist is not None else "",
        paper=cast(Paper, studio.paper),
    )
    rows = _referrals(year, until, studio.time_zone)
    mine = [row for row in rows if therapist is None or row.therapist_id == therapist.id]
    if len(mine) < LEAST:
        return _with(sheet, why_not=TOO_FEW)
    if 0 < len(rows) - len(mine) < LEAST:
        return _with(sheet, why_not=TOO_FEW_OTHERS)
    progress = list(progress_of([(row.id, row.received_at) for row in mine]).values())
    began: dict[int, datetime] = {}
    for row in mine:
        if row.client_id:
            began.setdefault(row.client_id, row.received_at)
    found = findings_since(began)
    shown = found.clients >= LEAST and found.findings >= LEAST
    return _with(
        sheet,
        way=_way(progress),
        findings_of=f"{found.findings} findings of {found.clients} clients with a later screen" if shown else "",
        findings=_findings(found) if shown else (),
        facts=(*_facts(progress, found if shown else None), *_letters([row.id for row in mine])),
        notes=NOTES,
    )


def _last_day() -> date:
    """The end of last month."""
    return date.fromordinal(studio_today().replace(day=1).toordinal() - 1)


def _with(sheet: OutcomeSheet, **values: object) -> OutcomeSheet:
    return replace(sheet, **values)  # type: ignore[arg-type]


def _referrals(year: int, until: date, zone: str) -> list[Referral]:
    """Those received in the year up to that day, the oldest first."""
    begin, end = (
        datetime.combine(day, time.min, ZoneInfo(zone)).astimezone(UTC)
        for day in (date(year, 1, 1), date.fromordinal(until.toordinal() + 1))
    )
    query = select(Referral).where(
        Referral.kind == Kind.referral, Referral.received_at >= begin, Referral.received_at < end
    )
    return list(db.session.scalars(query.options(lazyload("*")).order_by(Referral.received_at)))


def _way(progress: list[Progress]) -> tuple[Figure, ...]:
    numbers = [sum(one.reached(state) for one in progress) for state in WAY]
    words = chain(numbers)
    return tuple(
        Figure(label=label, words=said, share=number / numbers[0] if said.isdecimal() else None)
        for label, number, said in zip(WAY.values(), numbers, words, strict=True)
    )


def _findings(found: FindingCounts) -> tuple[Figure, ...]:
    counts = {
        "Not seen now": found.resolved,
        "Better": found.improved,
        "The same": found.same,
        "More than before": found.more,
        "Cannot be said": found.unclear,
    }
    return tuple(
        Figure(label=label, words=words, share=counts[label] / found.findings if words.isdecimal() else None)
        for label, words in parts(counts).items()
    )


def _facts(progress: list[Progress], found: FindingCounts | None) -> list[Figure]:
    hours = [one.hours for one in progress if one.hours is not None]
    facts = []
    if len(hours) >= LEAST:
        facts.append(Figure(label="First contact", words=f"half of them within {_long(median(hours))}"))
    if found is not None:
        facts.append(Figure(label="New findings at the last screen", words=chain([found.new])[0]))
    return facts


def _letters(referral_ids: list[int]) -> list[Figure]:
    """Letters that had a day and went, and those of them in time."""
    query = select(Letter.due_on, Letter.released_at).where(
        Letter.referral_id.in_(referral_ids), Letter.due_on.is_not(None), Letter.released_at.is_not(None)
    )
    rows = [(due, studio_day(at)) for due, at in db.session.execute(query) if due and at]
    sent, in_time = chain([len(rows), sum(day <= due for due, day in rows)])
    return [Figure(label="Letters in time", words=f"{in_time} of {sent}" if in_time.isdecimal() else in_time)] * (
        len(rows) >= LEAST
    )


def _long(hours: float) -> str:
    if hours < 1:
        return "an hour"
    number, unit = (round(hours), "hour") if hours < 48 else (round(hours / 24), "day")
    return f"{number} {unit}{'s' * (number != 1)}"
