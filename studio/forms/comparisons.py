"""Which assessments to lay side by side."""

from collections.abc import Sequence
from typing import get_args

from flask import request
from wtforms import ValidationError

from ..models.comparisons import MOST, Done, usual_choice
from ..sheets import Reading, day
from .base import Form
from .fields import Several


class ComparisonForm(Form):
    """Sent by GET, so that its address can be kept; without dates it shows the first, the last and the one before."""

    class Meta(Form.Meta):
        csrf = False

    dates = Several("Which assessments", (), description="Two or three")

    def __init__(self, all_: Sequence[Done], zone: str) -> None:
        super().__init__(formdata=request.args)
        self.usual = usual_choice(all_)
        self.dates.choices = {str(one.id): day(one.day(zone)) for one in reversed(all_)}
        if not self.asked:
            self.dates.data = [str(one) for one in self.usual]

    @property
    def reading(self) -> Reading:
        """Who the report is for; the client, unless the address says otherwise."""
        asked = request.args.get("reading")
        return next((one for one in get_args(Reading) if one == asked), "client")

    @property
    def asked(self) -> bool:
        """Did the address name dates?"""
        return "dates" in request.args

    def validate_dates(self, field: Several) -> None:
        if not 1 < len(set(field.data or ())) <= MOST:
            raise ValidationError("Choose two or three assessments")

    @property
    def chosen(self) -> list[int]:
        """Numbers of the assessments to compare; the usual ones while the choice does not fit."""
        return self.usual if self.errors else sorted({int(one) for one in self.dates.data or ()})
