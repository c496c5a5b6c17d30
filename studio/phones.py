"""Telephone numbers: typed as people write them at home, kept as +447400123456 (E.164)."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType, ValidationResult


class BadNumber(ValueError):
    """Not a number anybody could dial; the message says what one looks like."""


def read(text: str, country: str) -> str:
    """A typed number as E.164; one without a prefix is of `country` (two letters). Raises BadNumber.

    Only the length is judged. Whether a range is in use changes faster than our tables, and to refuse a client's real
    number is worse than to keep a mistyped one.
    """
    try:
        number = phonenumbers.parse(text, country or None)
    except NumberParseException:
        raise BadNumber(_sentence(country)) from None
    if phonenumbers.is_possible_number_with_reason(number) != ValidationResult.IS_POSSIBLE:
        raise BadNumber(_sentence(country))
    if number.extension:
        raise BadNumber("Enter the number without its extension; the extension can go into the note")
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def written(number: str, country: str) -> str:
    """A kept number as people in `country` write it; another country's keeps its prefix."""
    try:
        parsed = phonenumbers.parse(number)
    except NumberParseException:
        return number
    at_home = phonenumbers.region_code_for_number(parsed) == country
    return phonenumbers.format_number(
        parsed, PhoneNumberFormat.NATIONAL if at_home else PhoneNumberFormat.INTERNATIONAL
    )


def _sentence(country: str) -> str:
    example = phonenumbers.example_number_for_type(country, PhoneNumberType.MOBILE)
    number = phonenumbers.format_number(example, PhoneNumberFormat.NATIONAL) if example else "+44 7400 123456"
    return f"Enter a phone number such as {number}, or with + and the country's number"
