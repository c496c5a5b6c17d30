"""What a coach types around the lines of a programme."""

from typing import Any, cast

from wtforms import DateField, RadioField, TextAreaField, ValidationError
from wtforms.validators import Optional

from ..models.programmes import ProgrammeVersion
from ..models.studios import studio_today
from ..operations.programmes import Details, Size
from .base import Form
from .validators import AtMost

DAYS = {str(days): str(days) for days in range(1, 8)}
SIZES = {"fit": "Automatic", "12": "12 pt", "14": "14 pt", "18": "18 pt"}


class Day(DateField):
    """A day from the browser's calendar, or typed as one where there is none."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError("Enter a day that exists, as in 2026-12-24") from None


class DetailsForm(Form):
    """Home days, the day of the next check, a message; and how large to print, which only issuing asks for."""

    home_days = RadioField("Home days a week", choices=DAYS, coerce=str, validate_choice=False)
    next_date = Day("Next check", [Optional()])
    message = TextAreaField("A few words to the client", [AtMost(300)], render_kw={"rows": 2})
    size = RadioField("Type size", choices=SIZES, validate_choice=False)

    @classmethod
    def of(cls, version: ProgrammeVersion) -> "DetailsForm":
        """The form as the version stands."""
        return cls(
            formdata=None,
            home_days=str(version.home_days),
            next_date=version.next_date,
            message=version.message,
            size=str(version.programme.client.sheet_size or "fit"),
        )

    def validate_home_days(self, field: Any) -> None:
        if field.data not in DAYS:
            raise ValidationError("Choose 1 to 7 days a week")

    def validate_next_date(self, field: Any) -> None:
        if field.data and field.data < studio_today():
            raise ValidationError("Enter a day that is still to come")

    @property
    def details(self) -> Details:
        return Details(int(self.home_days.data or 0), self.next_date.data, self.message.data or "")

    @property
    def print_size(self) -> Size:
        """The size asked for, None where none was."""
        sizes = {"fit": "fit", "12": 12, "14": 14, "18": 18}
        return cast(Size, sizes.get(self.size.data))
