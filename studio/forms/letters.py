"""The texts of a letter, beginning one by hand, sending it, and dropping it."""

from typing import Any

from wtforms import HiddenField, RadioField, StringField, TextAreaField, ValidationError

from ..models.letter_texts import RE, URGENCY
from ..models.letters import LetterKind
from ..models.therapists import directory
from ..operations.letters.sending import BY_HAND, BY_MAIL
from .base import Form
from .fields import Choice
from .validators import AtMost, Needed

SHORT, LONG = AtMost(140), AtMost(180)
MOST_QUESTIONS = 3


class TextsForm(Form):
    """What every letter lets a coach change; `seen` tells whether somebody else did meanwhile."""

    re = RadioField("The client as", choices=RE, validate_choice=False)
    questions = TextAreaField(
        "Questions", description="One on each line, three at most. Ask, do not suggest, about clinical care"
    )
    note = TextAreaField("A line of your own", [SHORT])
    seen = HiddenField()

    def validate_re(self, field: Any) -> None:
        if field.data not in RE:
            raise ValidationError("Choose how the client is named")

    def validate_questions(self, field: Any) -> None:
        lines = [line.strip() for line in (field.data or "").splitlines() if line.strip()]
        if len(lines) > MOST_QUESTIONS:
            raise ValidationError(f"Ask {MOST_QUESTIONS} questions at most: what is asked briefly is answered")
        if any(len(line) > SHORT.longest for line in lines):
            raise ValidationError(f"Keep each question under {SHORT.longest} characters")

    def words(self) -> dict[str, str]:
        return {name: (field.data or "").strip() for name, field in self._fields.items() if name not in NOT_WORDS}


NOT_WORDS = ("seen", "csrf_token")


class AccountForm(TextsForm):
    """A letter about screens."""

    symptoms = TextAreaField(
        "Symptoms", [LONG], description="What was reported: none, settled, or provoked with 0–10. Never what it means"
    )
    ask = TextAreaField("A limit you ask to change", [SHORT])
    plan = TextAreaField("Plan and next date", [SHORT])


class QuestionForm(TextsForm):
    """A question in between."""

    urgency = RadioField("How urgent is it?", choices=URGENCY, validate_choice=False)
    told = TextAreaField("What the client told us, in their own words", [LONG])
    saw = TextAreaField("What we saw", [LONG], description="The test, the number, the side")
    not_done = TextAreaField("What we did not do", [LONG])

    def validate_urgency(self, field: Any) -> None:
        if field.data not in URGENCY:
            raise ValidationError("Choose how urgent it is")


def texts_form(kind: LetterKind, words: dict[str, str] | None = None, seen: str = "") -> TextsForm:
    """The form of a letter of that kind, filled from `words` or from what was sent."""
    form = QuestionForm if kind is LetterKind.question else AccountForm
    return form() if words is None else form(formdata=None, data=words | {"seen": seen})


class NewLetterForm(Form):
    asks = RadioField(
        "What is it?", choices={"question": "A question", "account": "How it goes"}, validate_choice=False
    )
    therapist = Choice("To whom?", lambda: directory(), thing="who it is for")

    def validate_asks(self, field: Any) -> None:
        if field.data not in ("question", "account"):
            raise ValidationError("Choose what it is")


class SendingForm(Form):
    how = RadioField("How?", choices={one: one for one in (*BY_MAIL, *BY_HAND)}, validate_choice=False)

    def validate_how(self, field: Any) -> None:
        if field.data not in (*BY_MAIL, *BY_HAND):
            raise ValidationError("Choose how it goes")


class DropForm(Form):
    reason = StringField("Why is it not sent?", [Needed("the reason"), AtMost(300)], render_kw={"autocomplete": "off"})
