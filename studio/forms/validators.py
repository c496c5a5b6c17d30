"""Checks whose errors say what to do: "Enter the client's name", never "This field is required"."""

from typing import Any

from email_validator import EmailNotValidError, validate_email
from wtforms import ValidationError
from wtforms.validators import StopValidation

from .. import clock, phones
from ..models.studios import the_studio

LONGEST_EMAIL = 254
OLDEST = 120


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
        if field.data and len(field.data) > self.longest:
            raise ValidationError(f"Shorten this to {self.longest} characters. It has {len(field.data)}")


class HasLetters:
    """A name can be in any script, but something must be in it that can be read out."""

    def __init__(self, thing: str):
        self.sentence = f"Enter {thing} with at least one letter"

    def __call__(self, form: Any, field: Any) -> None:
        if field.data and not any(character.isalnum() for character in field.data):
            raise ValidationError(self.sentence)


class EmailAddress:
    """Looks like an address; whether somebody reads it is not asked, for that would need the network."""

    def __call__(self, form: Any, field: Any) -> None:
        if not field.data:
            return
        try:
            found = validate_email(field.data, check_deliverability=False, test_environment=True)
        except EmailNotValidError:
            raise ValidationError("Enter an e-mail address such as name@example.com") from None
        if len(found.normalized) > LONGEST_EMAIL:
            raise ValidationError(f"Enter an e-mail address of at most {LONGEST_EMAIL} characters")
        field.data = found.normalized.lower()


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
        if field.data and field.data > today:
            raise ValidationError("Enter a birth date in the past")
        if field.data and field.data.year < today.year - OLDEST:
            raise ValidationError("Check the year of birth")


class Between:
    """A whole number within its bounds."""

    def __init__(self, low: int, high: int):
        self.low, self.high = low, high

    def __call__(self, form: Any, field: Any) -> None:
        if field.data is not None and not self.low <= field.data <= self.high:
            raise ValidationError(f"Enter a number from {self.low} to {self.high}")
