"""The refer-out letter's words, and the answer that came back."""

from wtforms import IntegerField, RadioField, StringField, TextAreaField, ValidationError
from wtforms.validators import Optional

from ..models.precautions import Source
from ..models.refer_outs import SETTLED, ReferOut, Reply
from ..models.refer_words import FIELDS, ON_FILE
from ..operations.refer_outs import Answered
from .base import Form
from .fields import ThreePartDate
from .validators import AtMost, InThePast, Needed

SHORT, LONG, RECORD = AtMost(160), AtMost(500), AtMost(2000)
# What only the coach can know: a letter that lacks one of these asks for it before it is printed.
ASKED = {
    "recipient": "who it goes to",
    "contact": "an emergency contact",
    "reported": "the client’s own words",
    "observed": "what you saw",
    "accepted": "whether the client accepted the advice",
}


class LetterForm(Form):
    recipient = StringField("To", [SHORT], description="Physician, urgent care or the therapist who referred")
    contact = StringField("Emergency contact", [SHORT])
    reported = TextAreaField("What the client told us, in their own words", [LONG])
    observed = TextAreaField("What we saw", [LONG], description="The test that stopped, the number, the side")
    not_done = TextAreaField("What we did not do", [LONG])
    measurements = TextAreaField("Measurements taken", [LONG])
    known = TextAreaField("Conditions, operations, medicines, allergies as reported", [LONG])
    advice = TextAreaField("What we advised", [LONG])
    accepted = RadioField(
        "Did the client accept it?", [Optional()], choices={"yes": "Yes", "no": "No"}, validate_choice=False
    )
    incident = TextAreaField(
        "Incident record",
        [RECORD],
        description="Written the same day: when, what happened, whom you called and when, what you did, who was there",
    )
    phoned = TextAreaField(
        "The call on the next working day", [LONG], description="When you phoned, and what the client said"
    )
    seen = IntegerField(default=0)

    @classmethod
    def of(cls, row: ReferOut) -> "LetterForm":
        accepted = None if row.accepted is None else "yes" if row.accepted else "no"
        return cls(data={**row.words, "accepted": accepted, "seen": row.revision})

    def words(self) -> dict[str, str]:
        return {name: self[name].data or "" for name in (*FIELDS, *ON_FILE)}

    @property
    def still_empty(self) -> list[str]:
        """What the letter should hold and does not yet, in words."""
        return [words for name, words in ASKED.items() if not self[name].data]

    @property
    def accepts(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.accepted.data or "")


class ReplyForm(Form):
    reply = RadioField(
        "What did they write?",
        [Needed("what they wrote", "Choose")],
        choices={
            Reply.full.value: "May train",
            Reply.limits.value: "May train within limits",
            Reply.not_yet.value: "Not yet",
        },
        validate_choice=False,
    )
    by = StringField("Who wrote it?", [Needed("who wrote it"), AtMost(120)])
    role = RadioField(
        "Who is that?",
        [Needed("who that is", "Choose")],
        choices={Source.physician.value: "Physician", Source.therapist.value: "Therapist"},
        validate_choice=False,
    )
    on = ThreePartDate("On which day?", [Needed("the day it was written"), InThePast()])
    until = ThreePartDate(
        "Until when does it hold?", [], description="An agreement needs an end; ask for one when none is given"
    )

    def validate_reply(self, field: RadioField) -> None:
        if field.data not in {reply.value for reply in Reply if reply is not Reply.none}:
            raise ValidationError("Choose what they wrote")

    def validate_role(self, field: RadioField) -> None:
        if field.data not in (Source.physician.value, Source.therapist.value):
            raise ValidationError("Choose who that is")

    def validate_until(self, field: ThreePartDate) -> None:
        if not field.data and self.reply.data in {reply.value for reply in SETTLED}:
            raise ValidationError("Enter the day until which it holds")
        if field.data and self.on.data and field.data < self.on.data:
            raise ValidationError("Enter an end after the day it was written")

    @property
    def what(self) -> Answered:
        role = Source(self.role.data)
        return Answered(Reply(self.reply.data), self.by.data or "", role, self.on.data, self.until.data)
