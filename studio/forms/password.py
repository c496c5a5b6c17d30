"""Choosing a password."""

from collections.abc import Iterable
from typing import Any

from wtforms import ValidationError

from .. import passwords
from .base import Form
from .fields import Password
from .validators import Needed

HINT = f"At least {passwords.SHORTEST} characters. Three or four words in a row are easy to remember"


class PasswordForm(Form):
    """`about` are texts that must not be in it: the person's name and address, the studio's name."""

    current = Password("Current password", [Needed("your current password")], autocomplete="current-password")
    new = Password("New password", [Needed("a new password")], autocomplete="new-password", description=HINT)

    def __init__(self, *args: Any, about: Iterable[str] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.about = tuple(about)

    def validate_new(self, field: Password) -> None:
        refuse_weak(field, self.about)
        if field.data == self.current.data:
            raise ValidationError("Choose one that differs from the current password")


def refuse_weak(field: Password, about: Iterable[str]) -> None:
    """Raise what to do about a password that is easy to guess."""
    if field.data and (sentence := passwords.weakness(field.data, about)):
        raise ValidationError(sentence)
