"""Fields that more than one form uses."""

from datetime import date
from typing import Any

from wtforms import Field, PasswordField, SelectField, SelectMultipleField, StringField, ValidationError

from .validators import AtMost, EmailAddress, Needed, PhoneNumber

DATE_PARTS = ("day", "month", "year")


class Password(PasswordField):
    """Kept as typed, blanks included; a password manager learns from `autocomplete` what it is."""

    def __init__(self, label: str, validators: Any = (), *, autocomplete: str, **kwargs: Any):
        super().__init__(label, validators, render_kw={"autocomplete": autocomplete}, **kwargs)


class Choice(SelectField):
    """One of a list; `thing` is what to choose. Not sent at all, it keeps what it was."""

    def __init__(self, label: str, choices: Any = None, *, thing: str, validators: Any = (), **kwargs: Any):
        super().__init__(label, validators, choices=_offered(choices), validate_choice=False, **kwargs)
        self.thing = thing

    def pre_validate(self, form: Any) -> None:
        if not any(selected for _, _, selected, _ in self.iter_choices()):
            raise ValidationError(f"Choose {self.thing} from the list")


class Several(SelectMultipleField):
    """Any number of a list, as strings."""

    def __init__(self, label: str, choices: Any = None, **kwargs: Any):
        super().__init__(label, choices=_offered(choices), validate_choice=False, **kwargs)

    def pre_validate(self, form: Any) -> None:
        if not {*(self.data or ())} <= {value for value, *_ in self.iter_choices()}:
            raise ValidationError("Choose from the list")


def _offered(choices: Any) -> Any:
    """Pairs (value, words), or a function that gives them, in the form that WTForms takes them."""
    return (lambda: dict(choices())) if callable(choices) else dict(choices)


class ThreePartDate(Field):
    """A date in three small boxes, `<name>-day`, `-month` and `-year`, each with a numeric keypad.

    A calendar to leaf through is the wrong tool for a day decades ago. The boxes keep what was typed; the first one
    shown carries the field's own id, so that the error summary leads into it.
    """

    typed: dict[str, str] | None = None

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        if formdata is not None and any(f"{self.name}-{part}" in formdata for part in DATE_PARTS):
            self.typed = {part: formdata.get(f"{self.name}-{part}", "").strip() for part in DATE_PARTS}
        super().process(formdata, *args, **kwargs)

    def process_formdata(self, valuelist: Any) -> None:
        if self.typed is not None:
            self.data = _date(self.typed)

    def box(self, part: str) -> str:
        """What stands in one of the boxes."""
        if self.typed is not None:
            return self.typed[part]
        return str(getattr(self.data, part)) if self.data else ""


def _date(typed: dict[str, str]) -> date | None:
    if not any(typed.values()):
        return None
    if not all(value.isdecimal() for value in typed.values()):
        raise ValueError("Enter day, month and year in figures, as in 12 3 1984")
    if len(typed["year"]) != 4:
        raise ValueError("Enter the year with four figures, as in 1984")
    try:
        return date(int(typed["year"]), int(typed["month"]), int(typed["day"]))
    except (ValueError, OverflowError):
        raise ValueError("Enter a day that exists, as in 12 3 1984") from None


def name_field(label: str, whose: str, **attributes: str) -> StringField:
    return StringField(label, [Needed(whose), AtMost(120)], render_kw={"autocomplete": "off", **attributes})


def email_field(label: str, *, whose: str = "", autocomplete: str = "off", **kwargs: Any) -> StringField:
    """An e-mail address; needed when `whose` says so ("your e-mail address")."""
    needed = [Needed(whose)] if whose else []
    looks = {"type": "email", "inputmode": "email", "autocomplete": autocomplete, "spellcheck": "false"}
    return StringField(label, [*needed, AtMost(254), EmailAddress()], render_kw=looks, **kwargs)


def phone_field(label: str, *, autocomplete: str = "off", **kwargs: Any) -> StringField:
    looks = {"type": "tel", "inputmode": "tel", "autocomplete": autocomplete}
    return StringField(label, [AtMost(40), PhoneNumber()], render_kw=looks, **kwargs)
