"""A PIN: choosing one, and giving it."""

from typing import Any

from wtforms import HiddenField, ValidationError

from .. import pins
from .base import Form
from .fields import Password
from .validators import Needed

FIGURES = {"inputmode": "numeric", "maxlength": str(pins.LENGTH), "autocomplete": "off"}


class PinForm(Form):
    """Choosing a PIN, with the password as proof."""

    current = Password("Your password", [Needed("your password")], autocomplete="current-password")
    pin = Password("New PIN", [Needed("a PIN")], autocomplete="off", description="Six figures, no birthday and no row")
    again = Password("The same PIN again", [Needed("the PIN again")], autocomplete="off")

    def validate_pin(self, field: Any) -> None:
        if field.data and (sentence := pins.weakness(field.data)):
            raise ValidationError(sentence)

    def validate_again(self, field: Any) -> None:
        if field.data and field.data != self.pin.data:
            raise ValidationError("This is another PIN than the one above")


class PinSignInForm(Form):
    pin = Password("PIN", [Needed("your PIN")], autocomplete="off")
    next = HiddenField()
