"""The last step of the first-run wizard: the owner's own account."""

from collections.abc import Iterable
from typing import Any

from .base import Form
from .fields import Password, email_field, name_field
from .password import HINT, refuse_weak
from .validators import Needed


class OwnerForm(Form):
    name = name_field("Your name", "your name", autocomplete="name")
    email = email_field("Your e-mail", whose="your e-mail address", autocomplete="username")
    password = Password("Password", [Needed("a password")], autocomplete="new-password", description=HINT)

    def __init__(self, *args: Any, about: Iterable[str] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.about = tuple(about)

    def validate_password(self, field: Password) -> None:
        refuse_weak(field, (*self.about, self.name.data or "", self.email.data or ""))
