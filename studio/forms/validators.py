"""Checks whose errors say what to do: "Enter the client's name", never "This field is required"."""

from collections.abc import Callable
from typing import Any

from wtforms import ValidationError
from wtforms.validators import StopValidation

from .. import clock, entries, phones
from ..models.studios import the_studio


class Needed:
    """An answer must be there: `Needed("the client's name")`, `Needed("the time zone", "Choose")`."""

    field_flags = {"required": True}

    def __init__(self, thing: str, verb: str = "Enter"):
        self.sentence = f"{verb} {thing}"

    def __call__(self, form: Any, field: Any) -> None:
        if field.data is None or field.data == "" or field.data == []:
            field.errors = []  # what an empty box could not be read as needs no second sentence
            raise StopValidation(self.sentence)


class AtMost:
    """Not longer than the column and the paper take it."""

    def __init__(self, longest: int):
        self.longest = longest
        self.field_flags = {"maxlength": longest}

    def __call__(self, form: Any, field: Any) -> None:
        if field.data:
            _asked(lambda: entries.at_most(field.data, self.longest))


class HasLetters:
    """A name can be in any script, but something must be in it that can be read out."""

    def __init__(self, thing: str):
        self.thing = thing

    def __call__(self, form: Any, field: Any) -> None:
        if field.data:
            _asked(lambda: entries.letters(field.data, self.thing))


class EmailAddress:
    """Looks like an address; whether somebody reads it is not asked, for that would need the network."""

    def __call__(self, form: Any, field: Any) -> None:
        if field.data:
            field.data = _asked(lambda: entries.email(field.data))


class PhoneNumber:
    """A number that can be dialled from the studio's country, or the form's own; the data become E.164."""

    def __call__(self, form: Any, field: Any) -> None:
        if not field.data:
            return
        studio = the_studio()
        country = form["country"].data if "country" in form else studio.country if studio else ""
        try:
            field.data = phones.read(field.data, country)
        except phones.BadNumber as error:
            raise ValidationError(str(error)) from None


class InThePast:
    """A birth date has been, and within a lifetime."""

    def __call__(self, form: Any, field: Any) -> None:
        studio = the_studio()
        today = clock.today(studio.time_zone if studio else "UTC")
        if field.data:
            _asked(lambda: entries.born(field.data, today))


class Between:
    """A whole number within its bounds."""

    def __init__(self, low: int, high: int):
        self.low, self.high = low, high

    def __call__(self, form: Any, field: Any) -> None:
        if field.data is not None and not self.low <= field.data <= self.high:
            raise ValidationError(f"Enter a number from {self.low} to {self.high}")


def _asked(entry: Callable[[], Any]) -> Any:
    """What the entry is taken as; what is wrong with it goes to the form."""
    try:
        return entry()
    except entries.BadEntry as error:
        raise ValidationError(str(error)) from None
