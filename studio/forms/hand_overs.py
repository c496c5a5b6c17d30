"""Giving the tablet, and taking it back."""

from .base import Form
from .fields import Password, Several
from .validators import Needed

STEPS = (("consent", "Consent"),)


class HandOverForm(Form):
    """Which forms the client gets."""

    steps = Several("Forms to fill in", STEPS, validators=[Needed("at least one form", "Choose")])


class ReturnForm(Form):
    """The password of whoever gave the tablet."""

    password = Password("Your password", [Needed("your password")], autocomplete="off")
