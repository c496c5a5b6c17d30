"""What every statement of a health professional begins with: who, when, until when, and the paper."""

from datetime import date
from typing import Any

from wtforms import StringField, ValidationError

from ..ces.catalogue import Catalogue
from ..models.precautions import Source
from ..models.studios import studio_today
from ..models.tables import in_use
from .base import Form
from .fields import Choice, ThreePartDate
from .uploads import upload
from .validators import AtMost, Needed

ROLES = [
    (Source.physician, "Physician or surgeon"),
    (Source.therapist, "Physical therapist"),
    (Source.coach, "Coach"),
    (Source.client, "The client"),
]
SIDES = [("", "Choose a side"), ("left", "Left"), ("right", "Right"), ("both", "Both")]


class SaidForm(Form):
    """Who said so. The day is today's unless another is given."""

    said_by = StringField(
        "Who says so?",
        [Needed("the name of who says so"), AtMost(120)],
        description="As on the paper: “Dr Adeyemi”, “Ana Ruiz, PT”",
        render_kw={"autocomplete": "off"},
    )
    said_on = ThreePartDate("Dated", [Needed("the date on the paper")])
    until = ThreePartDate("Until", description="The last day on which it holds")
    file = upload("The paper")

    def validate_said_on(self, field: Any) -> None:
        if field.data and field.data > studio_today():
            raise ValidationError("Enter a date that has been")

    def validate_until(self, field: Any) -> None:
        if field.data and field.data < (self.said_on.data or studio_today()):
            raise ValidationError("Enter a last day after the date on the paper")

    @property
    def day(self) -> date:
        return self.said_on.data or studio_today()


def role_field(*, clinical: bool) -> Choice:
    """Their part; `clinical` leaves out those whose word clears nothing."""
    roles = [one for one in ROLES if one[0].clinical or not clinical]
    return Choice("Their part", [(one.value, words) for one, words in roles], thing="their part")


def regions() -> list[tuple[str, str]]:
    return [(one.id, capital(one.label)) for one in in_use().regions.values()]


def exercises_of(phase: str) -> list[tuple[str, str]]:
    cat: Catalogue = in_use()
    return sorted(((one.id, one.name) for one in cat.exercises.values() if one.phase == phase), key=lambda one: one[1])


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
