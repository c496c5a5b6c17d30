"""The cells of a line about a therapist, read as columns; what cannot be read says what to do."""

import re
from datetime import date, datetime
from typing import Any

from email_validator import EmailNotValidError, validate_email

from .. import phones
from ..countries import month_first
from .therapist_words import LABELS
from .therapists import Therapist, Way

NAMES = {
    **{label.replace("-", "").lower(): column for column, label in LABELS.items()},
    "mail": "email",
    "email address": "email",
    "telephone": "phone",
    "tel": "phone",
    "fax number": "fax",
    "license number": "licence",
    "licence": "licence",
    "license": "licence",
    "preferred way": "prefers",
    "notes": "note",
    "practice": "clinic",
    "title": "profession",
    "link code": "link",
}
"""The column by each of the names it may have in a file, in small letters."""
WAYS = {
    "email": Way.mail,
    "mail": Way.mail,
    "fax": Way.fax,
    "post": Way.post,
    "letter": Way.post,
    "phone": Way.phone,
    "phone call": Way.phone,
    "call": Way.phone,
}
SHORTENED = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
DATES = ("%Y-%m-%d", "%d.%m.%Y")


def read_cells(cells: dict[str, str], country: str) -> tuple[dict[str, Any], list[str]]:
    """The columns that are filled in, and what is wrong with the others."""
    values: dict[str, Any] = {}
    problems = []
    for column in LABELS:
        text = _tidy(cells.get(column, ""), lines=column in ("address", "note"))
        try:
            if column == "name" and not any(c.isalnum() for c in text):
                raise ValueError("Enter a name with at least one letter")
            if text:
                values[column] = _read(column, text, country)
        except ValueError as error:
            problems.append(f"{LABELS[column]}: {error}")
    if values.get("next_on") and not cells.get("next_step"):
        problems.append("Next step: enter what is to be done on that day, or take the day away")
    return values, problems


def _read(column: str, text: str, country: str) -> Any:
    if column in ("phone", "fax"):
        return _number(text, country)
    if column == "email":
        return _address(text)
    if column == "next_on":
        return _day(text, country)
    if column == "prefers":
        if (way := WAYS.get(text.replace("-", "").lower())) is None:
            raise ValueError("write E-mail, Fax, Post or Phone call")
        return way
    kind: Any = Therapist.__table__.c[column].type
    longest = kind.length
    if len(text) > longest:
        raise ValueError(f"shorten this to {longest} characters. It has {len(text)}")
    return text


def _number(text: str, country: str) -> str:
    if SHORTENED.search(text):
        raise ValueError("the spreadsheet has shortened this number. Format the column as text and enter it again")
    try:
        return phones.read(text, country)
    except phones.BadNumber as error:
        if text.isdecimal() and not text.startswith("0"):  # a spreadsheet takes the plus away, and the nought
            for whole in (f"+{text}", f"0{text}"):
                try:
                    return phones.read(whole, country)
                except phones.BadNumber:
                    continue
        raise ValueError(str(error)[:1].lower() + str(error)[1:]) from None


def _address(text: str) -> str:
    try:
        return validate_email(text, check_deliverability=False, test_environment=True).normalized.lower()[:254]
    except EmailNotValidError:
        raise ValueError("enter an address such as name@example.com") from None


def _day(text: str, country: str) -> date:
    for shape in (*DATES, "%m/%d/%Y" if month_first(country) else "%d/%m/%Y"):
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise ValueError("enter a day such as 2026-12-24")


def _tidy(text: str, *, lines: bool) -> str:
    shown = "".join(c if c.isprintable() else " " if c != "\n" else c for c in text.replace("\r\n", "\n"))
    return "\n".join(" ".join(line.split()) for line in shown.split("\n")).strip() if lines else " ".join(shown.split())
