"""Whom a client lets us tell how it goes, and taking that back."""

from typing import Any

from wtforms import RadioField, StringField, ValidationError

from ..models.shares import How
from ..models.studios import studio_today
from ..models.therapists import directory
from ..operations.shares import Said
from .base import Form
from .fields import Choice, ThreePartDate, email_field
from .uploads import upload
from .validators import AtMost, InThePast, Needed

NEW = [("", "Somebody new")]


class ShareForm(Form):
    """Somebody of the directory, or a name that goes into it."""

    therapist = Choice("Who may be told?", lambda: [*NEW, *directory()], thing="who may be told")
    name = StringField("Their name", [AtMost(120)], render_kw={"autocomplete": "off"})
    clinic = StringField("Clinic", [AtMost(120)], render_kw={"autocomplete": "off"})
    email = email_field("E-mail")
    how = RadioField(
        "How did the client say so?",
        choices={How.signed.value: "Signed", How.told.value: "Told us", How.on_referral.value: "On the referral"},
        validate_choice=False,
    )
    on = ThreePartDate("On which day?", [Needed("the day"), InThePast()])
    until = ThreePartDate("Until", description="The last day on which it holds, where they named one")
    file = upload("The signed paper")

    def validate_name(self, field: Any) -> None:
        if not self.therapist.data and not field.data:
            raise ValidationError("Choose somebody from the list, or enter their name")

    def validate_how(self, field: Any) -> None:
        if field.data not in {one.value for one in How}:
            raise ValidationError("Choose how they said so")

    def validate_until(self, field: Any) -> None:
        if field.data and field.data < studio_today():
            raise ValidationError("Enter a last day that is still to come")

    @property
    def new(self) -> dict[str, Any]:
        """Somebody who is not in the directory yet."""
        return {name: self[name].data or "" for name in ("name", "clinic", "email")}

    @property
    def said(self) -> Said:
        return Said(on=self.on.data, how=How(self.how.data), until=self.until.data)


class ShareWithdrawalForm(Form):
    how = StringField(
        "How did you learn of it?",
        [Needed("how you learnt of it"), AtMost(300)],
        description="“Said so on the phone”",
        render_kw={"autocomplete": "off"},
    )
