"""One's own account."""

from typing import Any

from wtforms import BooleanField, StringField

from .base import Form
from .fields import name_field
from .validators import AtMost


class AccountForm(Form):
    name = name_field("Your name", "your name", autocomplete="name")
    credential = StringField(
        "Title",
        [AtMost(120)],
        description="As it stands under your name on clients’ paper, in plain words",
        render_kw={"autocomplete": "off"},
    )
    left_handed = BooleanField("Left-handed board", description="The summary stands left, the rows right")

    def values(self) -> dict[str, Any]:
        return {
            "name": self.name.data,
            "credential": self.credential.data or "",
            "left_handed": bool(self.left_handed.data),
        }
