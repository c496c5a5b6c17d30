"""One contact with a therapist, and what comes next."""

from typing import Any, Self

from wtforms import StringField, ValidationError
from wtforms.validators import Optional

from ..models.outreach import Outreach, OutreachKind
from ..models.studios import studio_today
from ..models.therapist_page import OUTREACH
from ..models.therapists import Therapist
from .base import Form
from .fields import Choice
from .programmes import Day
from .validators import AtMost, Needed


class OutreachForm(Form):
    """What, when, a few words, and the next step."""

    kind = Choice("What", {kind.value: words for kind, words in OUTREACH.items()}, thing="what it was", default="call")
    on = Day("When", [Needed("the day")])
    note = StringField("In a few words", [AtMost(500)])
    next_step = StringField("Next step", [AtMost(200)])
    next_on = Day("On", [Optional()])

    @classmethod
    def of(cls, therapist: Therapist, row: Outreach | None = None) -> Self:
        """An empty one for today, or one filled with what was noted; the next step is the therapist's."""
        known = {"kind": row.kind.value, "on": row.on, "note": row.note} if row else {"on": studio_today()}
        return cls(data=known | {"next_step": therapist.next_step, "next_on": therapist.next_on})

    def validate_on(self, field: Any) -> None:
        if field.data and field.data > studio_today():
            raise ValidationError("Enter today or an earlier day. What is to come is the next step")

    def validate_next_step(self, field: Any) -> None:
        if self.next_on.data and not field.data:
            raise ValidationError("Enter what is to be done on that day")

    def values(self) -> dict[str, Any]:
        """The answers as columns of an outreach, and the therapist's next step."""
        return {
            "kind": OutreachKind(self.kind.data),
            "on": self.on.data,
            "note": self.note.data or "",
            "next_step": self.next_step.data or "",
            "next_on": self.next_on.data,
        }
