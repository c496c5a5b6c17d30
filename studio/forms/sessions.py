"""A session as it was: on which package, how it went, when, with whom."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from wtforms import HiddenField, StringField, ValidationError

from ..models.studios import studio_today
from ..numbers import whole
from ..operations.sales.sessions import Held
from ..operations.users import team
from ..sheets.enrolment_line import EnrolmentLine
from ..terms.credits import Outcome
from .base import Form
from .fields import Choice, ThreePartDate
from .keys import KeyField
from .validators import AtMost, Needed

NOTICE = {"ample": 24.0 * 365, "short": 1.0, "never": None}
"""What the answers mean in hours, where the day's schedule does not say it."""
YEARS = 2
HOURS = ("%H:%M", "%H.%M", "%H%M", "%I:%M %p", "%I:%M%p")


class CheckInForm(Form):
    """One tap: which package, and the name of the tap."""

    key = KeyField()
    enrolment = HiddenField()

    @property
    def enrolment_id(self) -> int | None:
        """None is a session without a package."""
        return whole(self.enrolment.data or "") or None


class SessionForm(Form):
    """Everything of a session. `despite` is why it is noted although something stands in the way."""

    key = KeyField()
    outcome = Choice("How did it go?", [(one.value, one.label) for one in Outcome], thing="how it went")
    notice = Choice(
        "When did they say so?", [("ample", "In good time"), ("short", "Late, but before"), ("never", "Not at all")],
        thing="when they said so", default="short",
    )  # fmt: skip
    package = Choice("On which package?", [], thing="the package")
    on = ThreePartDate("Day", [Needed("the day")])
    time = StringField("Began at", [Needed("the time")], render_kw={"inputmode": "numeric", "autocomplete": "off"})
    coach = Choice("Coach", lambda: _coaches(), thing="the coach")
    note = StringField(
        "Note", [AtMost(300)], description="Nothing about health: everybody at the desk reads it",
        render_kw={"autocomplete": "off"},
    )  # fmt: skip
    despite = StringField("Why all the same?", [AtMost(150)], render_kw={"autocomplete": "off"})

    def __init__(self, *args: Any, lines: Sequence[EnrolmentLine] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.package.choices = {str(one.enrolment_id): one.name for one in lines} | {"": "No package"}

    def validate_on(self, field: Any) -> None:
        today = studio_today()
        if field.data and not (field.data <= today and today.year - field.data.year <= YEARS):
            raise ValidationError("A session is noted on its day or after it. Check the date")

    def validate_time(self, field: Any) -> None:
        if _time(field.data) is None:
            raise ValidationError("Enter the time as in 14:30")

    @property
    def enrolment_id(self) -> int | None:
        return int(self.package.data) if self.package.data else None

    def held(self, zone: str) -> Held:
        """The session; the time is the studio's."""
        began = _time(self.time.data)
        if self.on.data is None or began is None:
            raise ValueError("Only a valid form has a session")
        outcome = Outcome(self.outcome.data)
        return Held(
            starts_at=datetime.combine(self.on.data, began, ZoneInfo(zone)),
            outcome=outcome,
            notice_h=NOTICE[self.notice.data] if outcome in (Outcome.late_cancel, Outcome.studio_cancel) else None,
            note=self.note.data or "",
            despite=self.despite.data or "",
            key=self.key.data,
        )


class UndoForm(Form):
    """Why something is taken back; a tap on Undo says nothing more."""

    why = StringField("Why?", [AtMost(200)], render_kw={"autocomplete": "off"})

    @property
    def words(self) -> str:
        return self.why.data or "Undone"


def _time(typed: str | None) -> time | None:
    for pattern in HOURS:
        try:
            return datetime.strptime((typed or "").upper(), pattern).time()  # noqa: DTZ007  (a time of day)
        except ValueError:
            continue
    return None


def _coaches() -> list[tuple[str, str]]:
    return [(str(one.id), one.name) for one in team() if one.active]
