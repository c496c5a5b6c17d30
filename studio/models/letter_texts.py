"""The texts of a letter: what is put down first from the record, and what the coach made of it."""

from collections.abc import Sequence
from datetime import date
from textwrap import shorten

from ..clock import local
from ..sheets import day_and_month, long_day
from .comparisons import Dated
from .consents import consents_of
from .due import weeks_of, window
from .letters import Letter, LetterKind
from .programmes import Programme
from .shares import How, Share
from .studios import Studio

# What a coach may change, in the order of the page; a question has fields of its own.
FIELDS = ("re", "symptoms", "ask", "questions", "note", "plan")
ASKING = ("re", "urgency", "told", "saw", "not_done", "questions", "note")
RE = {"initials": "Initials", "name": "Full name"}
URGENCY = {
    "moment": "When you have a moment",
    "days": "Please answer within 2 working days",
    "today": "Please call us today",
}
CHOICES = ("no change", "limits change, as below", "please call me")
ANSWERS = ("yes", "within limits, as below", "not yet", "please call me")
HEADINGS = {
    LetterKind.received: "Your referral has reached us",
    LetterKind.assessed: "First movement screen",
    LetterKind.week_6: "Movement re-screen at week 6",
    LetterKind.week_12: "Movement re-screen at week 12",
    LetterKind.question: "A question for you",
    LetterKind.refer_out: "Refer-out letter",
}
GIVEN = {How.signed: "signed", How.told: "told us", How.on_referral: "given on your referral"}


def fields_of(kind: LetterKind) -> tuple[str, ...]:
    return ASKING if kind is LetterKind.question else FIELDS


def heading(letter: Letter, chosen: Sequence[Dated]) -> str:
    """What it is about; a re-screen outside every window has no week."""
    if letter.kind in (LetterKind.week_6, LetterKind.week_12):
        week = chosen[-1].name.lower() if chosen else ""
        return f"Movement re-screen at {week}" if week else "Movement re-screen"
    return HEADINGS[letter.kind]


def about(letter: Letter, re: str, studio: Studio) -> str:
    """Initials or name, and what the reader finds them by: their own referral, or the year of birth."""
    client = letter.client
    if client is None:
        return ""
    name = client.name if re == "name" else " ".join(f"{word[0]}." for word in client.name.split())
    if letter.referral:
        day = local(letter.referral.received_at, studio.time_zone).date()
        return f"{name} (your referral of {day_and_month(day)} {day.year}, our reference {letter.referral.reference})"
    return f"{name} (born {client.birth_date.year})" if client.birth_date else name


def lead(letter: Letter, studio: Studio) -> str:
    """Thanks and the reason, in the words of who referred."""
    if letter.kind is LetterKind.question:
        return "Thank you for your time. We ask before we go on."
    if letter.referral is None:
        return "We write to tell you how our client is getting on."
    day = local(letter.referral.received_at, studio.time_zone).date()
    reason = shorten(str(letter.referral.story.get("reason", "")), 150, placeholder=" …").rstrip(". ")
    return f"Thank you for your referral of {day_and_month(day)} {day.year}" + (f": “{reason}”." if reason else ".")


def plan(letter: Letter, found: Programme | None, days: Sequence[date], on: date) -> str:
    """When we look again; `days` are those of the client's screens."""
    if not days or letter.kind is LetterKind.question:
        return ""
    ahead = [(week, *window(days[0], week)) for week in weeks_of(found.weeks if found else 12)]
    # A window that is open already still waits for its screen.
    coming = next((one for one in ahead if one[1] > days[-1] and one[2] >= on), None)
    if coming is None:
        return "The plan ends with this screen. We write again when we see the client for another one."
    week, opens, closes = coming
    until = f"{day_and_month(closes)} {closes.year}"
    return f"Re-screen at week {week}, from {day_and_month(opens)} to {until}; we write within 5 working days of it."


def consent(share: Share | None, letter: Letter) -> str:
    """On what consent it goes, with its references; without one the client takes it along."""
    if share is None or letter.client_id is None:
        return "For the client to hand over. Copy: file."
    day = f"{day_and_month(share.given_on)} {share.given_on.year}"
    signed = consents_of(letter.client_id)[:1]
    numbers = ", ".join([f"S-{share.id}", *(f"C-{one.id}" for one in signed)])
    return f"Sent with the client’s consent of {day} ({GIVEN[share.how]}; {numbers}). Copy: client, file."


def released(letter: Letter, by: str, on: date | None) -> str:
    """Who read it, who released it and when."""
    readers = list(dict.fromkeys(str(one["name"]) for one in letter.read_by))
    if on is None:
        return f"Read by {', '.join(readers)}; not released yet." if readers else "A draft: nobody has read it yet."
    if readers == [by]:
        return f"Read and released by {by}, {long_day(on)}."
    return f"Read by {', '.join(readers)}, released by {by}, {long_day(on)}."
