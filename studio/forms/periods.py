"""Which time the owner's pages are about."""

from datetime import date
from typing import Any

from flask import request
from wtforms import ValidationError
from wtforms.validators import Optional

from ..models.owner.periods import Period, named
from .base import Form
from .programmes import Day

LONGEST = 50 * 366


class PeriodForm(Form):
    """From a day to a day, or one of the usual spans; sent by GET, so that its address can be kept."""

    class Meta(Form.Meta):
        csrf = False

    since = Day("From", [Optional()])
    until = Day("To", [Optional()])

    def __init__(self, today: date) -> None:
        self.today = today
        super().__init__(formdata=request.args)

    def validate_until(self, field: Any) -> None:
        if field.data and self.since.data and field.data < self.since.data:
            raise ValidationError("Enter a last day that is not before the first one")
        if field.data and self.since.data and (field.data - self.since.data).days > LONGEST:
            raise ValidationError("Enter a time of at most fifty years")

    @property
    def period(self) -> Period:
        """What was asked for; the usual one where the days are none."""
        since: date | None = None if self.errors else self.since.data
        until: date | None = None if self.errors else self.until.data
        if since is None and until is None:
            return named(request.args.get("period", ""), self.today)
        last = until or max(self.today, since or self.today)
        return Period(since or last.replace(month=1, day=1), last)

    def show(self, period: Period) -> None:
        """Fill boxes that nobody typed in."""
        if not self.errors:
            self.since.data, self.until.data = period.first, period.last
            self.since.raw_data = self.until.raw_data = None
