"""Giving the tablet, and taking it back."""

from .base import Form
from .fields import Password, Several
from .validators import Needed

STEPS = (("readiness", "Questions before training"), ("consent", "Consent"))


class HandOverForm(Form):
    """Which forms the client gets."""

    steps = Several("Forms to fill in", STEPS, validators=[Needed("at least one form", "Choose")])

    def without(self, step: str) -> None:
        """Do not offer this form."""
        self.steps.choices = dict(one for one in STEPS if one[0] != step)


class ReturnForm(Form):
    """The password of whoever gave the tablet."""

    password = Password("Your password", [Needed("your password")], autocomplete="off")
