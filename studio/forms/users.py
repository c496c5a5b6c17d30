"""People who sign in, as the owner adds and changes them."""

from typing import Any

from wtforms import BooleanField, StringField

from ..models.users import Role
from .base import Form
from .fields import Choice, email_field, name_field
from .validators import AtMost, HasLetters

ROLES = [(role.value, role.label) for role in Role]
ROLE_NOTES = {
    Role.owner.value: "Everything, the studio's settings and people too",
    Role.coach.value: "Clients, assessments and programmes",
    Role.front_desk.value: "Today, contact details of clients, printing home sheets",
}


class UserForm(Form):
    name = name_field("Name", "their name")
    email = email_field("E-mail", whose="their e-mail address", description="They sign in with it")
    role = Choice("Role", ROLES, thing="a role", default=Role.coach.value)
    credential = StringField(
        "Title",
        [AtMost(120)],
        description="As it stands under their name on clients’ paper, in plain words",
        render_kw={"autocomplete": "off"},
    )

    def validate_name(self, field: StringField) -> None:
        HasLetters("their name")(self, field)

    def values(self) -> dict[str, Any]:
        return {
            "name": self.name.data,
            "email": self.email.data,
            "role": Role(self.role.data),
            "credential": self.credential.data or "",
        }


class EditUserForm(UserForm):
    active = BooleanField("May sign in", description="Without it every sign-in of theirs ends at once")

    def values(self) -> dict[str, Any]:
        return super().values() | {"active": bool(self.active.data)}
