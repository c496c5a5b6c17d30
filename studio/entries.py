"""What somebody enters, in a form or in a line of a file: tidied and checked in one place, in the same words."""

import re
import unicodedata
from datetime import date, datetime
from typing import Any

from email_validator import EmailNotValidError, validate_email

from . import phones
from .countries import month_first

LONGEST_EMAIL = 254
OLDEST = 120
SHORTENED = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
DATES = ("%Y-%m-%d", "%d.%m.%Y")

# Characters nobody types on purpose: control codes (a database refuses NUL), marks that turn the direction of other
# people's words, and halves of a pair. Zero-width joiners stay: Persian and Hindi names need them.
_UNWANTED = {
    code: None
    for span in ((0x00, 0x09), (0x0B, 0x20), (0x7F, 0xA0), (0x202A, 0x202F), (0x2066, 0x206A), (0xD800, 0xE000))
    for code in range(*span)
} | {0xFEFF: None}


class BadEntry(ValueError):
    """It cannot be taken as it is; the message says what to do."""


def tidy_line(text: Any) -> Any:
    """One line: composed letters, single spaces, nothing hidden. What is no text is left alone."""
    return " ".join(_clean(text).split()) if isinstance(text, str) else text


def tidy_text(text: Any) -> Any:
    """Several lines: as `tidy_line`, but the lines stay."""
    return _clean(text.replace("\r\n", "\n")).strip() if isinstance(text, str) else text


def at_most(text: str, longest: int) -> str:
    if len(text) > longest:
        raise BadEntry(f"Shorten this to {longest} characters. It has {len(text)}")
    return text


def letters(text: str, whose: str) -> str:
    """A name can be in any script, but something must be in it that can be read out."""
    if not any(character.isalnum() for character in text):
        raise BadEntry(f"Enter {whose} with at least one letter")
    return text


def name(text: str, whose: str) -> str:
    """Somebody's name; it must be there."""
    if not text:
        raise BadEntry(f"Enter {whose}")
    return at_most(letters(text, whose), 120)


def email(text: str) -> str:
    """An address in small letters; whether somebody reads it is not asked, for that would need the network."""
    try:
        found = validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        raise BadEntry("Enter an e-mail address such as name@example.com") from None
    if len(found.normalized) > LONGEST_EMAIL:
        raise BadEntry(f"Enter an e-mail address of at most {LONGEST_EMAIL} characters")
    return found.normalized.lower()


def phone(text: str, country: str) -> str:
    """A number as a spreadsheet may leave it: without the plus or the nought in front, but never shortened."""
    if SHORTENED.search(text):
        raise BadEntry("The spreadsheet has shortened this number. Format the column as text and enter it again")
    try:
        return phones.read(text, country)
    except phones.BadNumber as error:
        if text.isdecimal() and not text.startswith("0"):
            for whole in (f"+{text}", f"0{text}"):
                try:
                    return phones.read(whole, country)
                except phones.BadNumber:
                    continue
        raise BadEntry(str(error)) from None


def day(text: str, country: str) -> date:
    """A day as spreadsheets write it; where the month comes first is told by the country."""
    for shape in (*DATES, "%m/%d/%Y" if month_first(country) else "%d/%m/%Y"):
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise BadEntry("Enter a day such as 2026-12-24")


def born(on: date, today: date) -> date:
    """A birth date has been, and within a lifetime."""
    if on > today:
        raise BadEntry("Enter a birth date in the past")
    if on.year < today.year - OLDEST:
        raise BadEntry("Check the year of birth")
    return on


def past(on: date, today: date) -> date:
    """A day that has been, in this age."""
    if on > today or on.year < 1900:
        raise BadEntry("Enter a day in the past, such as 2024-03-01")
    return on


def one_of(text: str, offered: dict[str, Any], thing: str) -> Any:
    """What stands for one of these words, which are given in small letters without hyphens."""
    if (found := offered.get(small(text))) is None:
        raise BadEntry(f"Choose {thing} from the list")
    return found


def small(text: str) -> str:
    """A word as it is compared: small, without hyphens and doubled blanks."""
    return " ".join(text.replace("-", "").lower().split())


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\t", " ").translate(_UNWANTED))
