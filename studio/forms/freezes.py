"""Freezes, more time, and sessions given or taken off by hand."""

from datetime import date, timedelta
from typing import Any

from wtforms import BooleanField, IntegerField, StringField, ValidationError

from ..models.studios import studio_today
from ..operations.sales.freezes import Asked
from ..sheets.dates import long_day
from .base import Form
from .fields import Choice, ThreePartDate
from .keys import KeyField
from .validators import AtMost, Between, Needed

WEEKS = (1, 2, 3, 4, 6, 8)


class FreezeForm(Form):
    """A stretch of days on which the clock stands. A medical one may be open, and keeps no reason."""

    key = KeyField()
    kind = Choice("What kind?", [("freeze", "Plain"), ("medical", "Medical")], thing="the kind", default="freeze")
    start = ThreePartDate("First day", [Needed("the first day")])
    until = ThreePartDate("Last day")
    why = StringField(
        "Why?", [AtMost(150)], description="“Holiday”. Nothing about health", render_kw={"autocomplete": "off"}
    )
    note_seen = BooleanField("I saw the medical note")
    asked_on = ThreePartDate("Asked for on", [Needed("the day they asked")])
    beyond = StringField("Why beyond the terms?", [AtMost(120)], render_kw={"autocomplete": "off"})

    def validate_why(self, field: Any) -> None:
        if self.kind.data == "freeze" and not field.data:
            raise ValidationError("Enter why, in a word or two")

    def validate_asked_on(self, field: Any) -> None:
        if field.data and field.data > studio_today():
            raise ValidationError("Enter today, or the day before on which they asked")

    @property
    def asked(self) -> Asked | None:
        """What is asked for, as far as it can be read."""
        if self.start.data is None:
            return None
        return Asked(
            kind="medical" if self.kind.data == "medical" else "freeze",
            start=self.start.data,
            until=self.until.data,
            asked_on=self.asked_on.data or studio_today(),
            why=self.why.data or "",
            note_seen=bool(self.note_seen.data),
            beyond=self.beyond.data or "",
            key=self.key.data,
        )


class MoreTimeForm(Form):
    """How much later the last day is, each choice with the day it leads to."""

    key = KeyField()
    weeks = Choice("Until when?", [], thing="until when", default="2")
    why = StringField(
        "Why?", [Needed("the reason"), AtMost(200)], description="It stands in the ledger",
        render_kw={"autocomplete": "off"},
    )  # fmt: skip

    def __init__(self, *args: Any, last_on: date, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.last_on = last_on
        self.weeks.choices = {
            str(weeks): f"{long_day(last_on + timedelta(weeks=weeks))} ({weeks} {'week' if weeks == 1 else 'weeks'})"
            for weeks in WEEKS
        }

    @property
    def days(self) -> int:
        return 7 * int(self.weeks.data)

    @property
    def until(self) -> date:
        return self.last_on + timedelta(days=self.days)


class GiftForm(Form):
    """Sessions given on top, or taken off, and why."""

    key = KeyField()
    count = IntegerField(
        "How many?", [Needed("how many"), Between(1, 20)], default=1, render_kw={"inputmode": "numeric"}
    )
    why = StringField(
        "Why?", [Needed("the reason"), AtMost(200)], description="It stands in the ledger",
        render_kw={"autocomplete": "off"},
    )  # fmt: skip
