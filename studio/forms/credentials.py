"""A credential as its certificate words it."""

from typing import Any

from wtforms import DecimalField, StringField, TextAreaField, ValidationError
from wtforms.validators import StopValidation

from ..models.credentials import Credential, CredentialKind
from ..operations.credentials import Held
from .base import Form
from .fields import Choice, ThreePartDate
from .validators import AtMost

MOST_UNITS = 999
# As NASM counts; of the 1.9 for a CES its sources say different things (docs/decisions/024-credentials.md).
STARTS: dict[str, dict[str, Any]] = {
    "cpt": {"kind": CredentialKind.certification, "title": "CPT", "units_needed": 2},
    "ces": {"kind": CredentialKind.certification, "title": "CES", "units_needed": 1.9},
    "cpr": {"kind": CredentialKind.cpr_aed},
    "insurance": {"kind": CredentialKind.insurance},
}


class Units:
    """A number of units, or nothing."""

    def __call__(self, form: Any, field: Any) -> None:
        field.errors = []
        if field.data is None and not any(field.raw_data or ()):
            raise StopValidation
        if field.data is None or not 0 <= field.data <= MOST_UNITS:
            raise StopValidation(f"Enter a number from 0 to {MOST_UNITS}, such as 1.9")


class CredentialForm(Form):
    kind = Choice("What is it?", [(one.value, one.label) for one in CredentialKind], thing="what it is")
    title = StringField(
        "Name",
        [AtMost(80)],
        description="As letters print it: CES, CPT. Of CPR/AED and insurance it may stay empty",
        render_kw={"autocomplete": "off"},
    )
    number = StringField("Number", [AtMost(60)], render_kw={"autocomplete": "off", "spellcheck": "false"})
    issued_on = ThreePartDate("Issued")
    expires_on = ThreePartDate("Last day", description="Letters name it up to this day. Empty if it never ends")
    units_needed = DecimalField("Units needed", [Units()], places=None, render_kw={"inputmode": "decimal"})
    units_earned = DecimalField("Units earned", [Units()], places=None, render_kw={"inputmode": "decimal"})
    note = TextAreaField("Note", [AtMost(500)], render_kw={"rows": 2})

    def validate_title(self, field: Any) -> None:
        if self.kind.data == CredentialKind.certification.value and not field.data:
            raise ValidationError("Enter its name, such as CES")

    def validate_expires_on(self, field: Any) -> None:
        if field.errors:
            return
        if not field.data and self.kind.data != CredentialKind.certification.value:
            raise ValidationError("Enter the last day: only a certification can be without end")
        if field.data and self.issued_on.data and field.data < self.issued_on.data:
            raise ValidationError("Enter a last day after the day of issue")

    def held(self) -> Held:
        needed, earned = self.units_needed.data, self.units_earned.data
        return Held(
            kind=CredentialKind(self.kind.data),
            title=self.title.data or "",
            number=self.number.data or "",
            issued_on=self.issued_on.data,
            expires_on=self.expires_on.data,
            units_needed=float(needed) if needed is not None else None,
            units_earned=float(earned) if earned is not None else None,
            note=self.note.data or "",
        )


def new_form(start: str, held: list[Credential]) -> CredentialForm:
    """An empty form, begun with what is usual; a CES ends with the holder's CPT."""
    values = dict(STARTS.get(start, {}))
    if start == "ces":
        values["expires_on"] = next((one.expires_on for one in held if one.title.upper().endswith("CPT")), None)
    return CredentialForm(data=values)
