"""The password once more, from somebody who came by PIN."""

from .base import Form
from .fields import Password

FIELD = "confirm_password"


class ConfirmationForm(Form):
    confirm_password = Password("Your password", autocomplete="current-password")
