"""What a freeze would change, shown before it is done."""

from dataclasses import dataclass
from datetime import date, timedelta

from ...terms.clock import Clock, Pause, clock
from ..books.lateness import Part, parts_of
from .clock_changes import changes_of
from .enrolments import Enrolment


@dataclass(frozen=True, slots=True)
class Preview:
    """The clock before and after; `days` is None where nobody knows how long. `parts` are the payments that move."""

    pause: Pause
    days: int | None
    before: Clock
    after: Clock
    parts: tuple[tuple[Part, date | None], ...]


def preview(enrolment: Enrolment, pause: Pause, on: date) -> Preview:
    """How things would stand with this freeze, three statements."""
    terms = enrolment.terms
    pauses = [one.pause for one in changes_of([enrolment.id])[enrolment.id]]
    days = (pause.until - pause.start).days + 1 if pause.until else None
    waits = pause.kind == "medical" and terms.freeze.medical_pauses_payments
    to_come = [one for one in parts_of([enrolment.id]) if one.due_on >= pause.start and one.open] if waits else []
    return Preview(
        pause,
        days,
        clock(terms, enrolment.starts_on, pauses, on),
        clock(terms, enrolment.starts_on, [*pauses, pause], on),
        tuple((one, None if days is None else one.due_on + timedelta(days=days)) for one in to_come),
    )
