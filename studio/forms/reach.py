"""One box for a phone number or an e-mail address: whoever fills it in knows one of the two."""

from typing import Any

from wtforms import StringField
from wtforms.validators import StopValidation

from .. import phones
from ..models.studios import the_studio
from .validators import AtMost, EmailAddress, Needed


class Reach(StringField):
    """What was typed stays as it was; `phone` (E.164) or `email` is what it was read as."""

    phone = ""
    email = ""

    def pre_validate(self, form: Any) -> None:
        self.phone = self.email = ""
        if not self.data:
            return
        if "@" in self.data:
            EmailAddress()(form, self)
            self.email = self.data
            return
        studio = the_studio()
        try:
            self.phone = phones.read(self.data, studio.country if studio else "")
        except phones.BadNumber:
            raise StopValidation("Enter a phone number or an e-mail address") from None


def reach_field(label: str, whose: str = "", **attributes: Any) -> Reach:
    """Needed when `whose` says so ("your phone number or e-mail address")."""
    needed = [Needed(whose)] if whose else []
    return Reach(label, [*needed, AtMost(254)], **attributes)


def reached(*boxes: Reach) -> dict[str, str]:
    """Phone and address out of several boxes; the first of a kind counts."""
    return {
        "phone": next((box.phone for box in boxes if box.phone), ""),
        "email": next((box.email for box in boxes if box.email), ""),
    }
