"""What the answers ask for next: being active, and the red flags, a yes or no each."""

from typing import Any

from wtforms import RadioField, ValidationError

from ..ces.follow_ups import emergency, to_ask
from ..ces.questions import ACTIVITY
from ..ces.readiness import said_of
from ..models.readiness import ReadinessForm
from ..models.tables import in_use
from .base import Form

YES_NO = {"yes": "Yes", "no": "No"}


class YesOrNo:
    """One of the two must be chosen."""

    def __call__(self, form: Any, field: Any) -> None:
        if field.data not in ("yes", "no"):
            raise ValidationError("Answer this question with Yes or No")


class FollowUpsForm(Form):
    """The fields are added by `follow_ups_form`; `asked` are their names in order."""

    asked: tuple[str, ...] = ()

    def values(self, form: ReadinessForm) -> dict[str, Any]:
        """The row's answers and flags with what was said here."""
        active = in_use().safety.activity.id
        given = {name: self[name].data == "yes" for name in self.asked if self[name].data in ("yes", "no")}
        answers = {item: value for item, value in form.answers.items() if item != active}
        if active in given:
            answers[active] = given.pop(active)
        return {"answers": answers, "flags": given}


def follow_ups_form(form: ReadinessForm) -> FollowUpsForm:
    """The form for what these answers ask next; `asked` is empty when that is nothing, or an emergency."""
    safety = in_use().safety
    fields = {} if emergency(form.value, in_use()) else _fields(form)
    made = {name: RadioField(text, [YesOrNo()], choices=YES_NO, validate_choice=False) for name, text in fields.items()}
    kind = type("FollowUps", (FollowUpsForm,), made | {"asked": tuple(made)})
    said = form.flags | (
        {safety.activity.id: form.answers[safety.activity.id]} if safety.activity.id in form.answers else {}
    )
    found: FollowUpsForm = kind(data={name: "yes" if said[name] else "no" for name in made if name in said})
    return found


def _fields(form: ReadinessForm) -> dict[str, str]:
    safety = in_use().safety
    active = {safety.activity.id: safety.activity.text} if _opens_activity(form) else {}
    return active | {flag.id: flag.plain for flag in to_ask(form.value, in_use()) if not flag.observed}


def _opens_activity(form: ReadinessForm) -> bool:
    """A known condition whose state being active decides."""
    answers = form.answers
    questions = in_use().safety.questions
    implied = {
        choice.implies
        for question in questions.values()
        for choice in question.choices.values()
        if choice.implies and answers.get(question.id) and answers.get(f"{question.id}.{choice.id}")
    }
    for question in questions.values():
        said = said_of(question, answers if answers.get(question.id) else {}, implied)
        if any(meaning.state == ACTIVITY and meaning.fits(said) for meaning in question.meanings):
            return True
    return False
