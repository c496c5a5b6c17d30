"""A letter as it stands now: its tables and facts from the record, its texts as the coach left them."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from ..ces.units import LengthUnit
from ..sheets import Paper
from ..sheets.letter import Fact, LetterSheet
from . import letter_facts as facts
from . import letter_texts as texts
from .comparisons import Dated, completed, dated
from .credentials import valid_credentials
from .due import assessed_on
from .letter_rows import Tables, tables
from .letters import Letter, LetterKind
from .reviews import reviews_of
from .shares import share_with
from .sheets_home import studio_card
from .sheets_letter_received import recipient_words
from .studios import Studio
from .users import User

NUMBERS = ("", "one question", "two questions", "three questions")


def screens_of(letter: Letter, studio: Studio) -> list[Dated]:
    """The screens a letter rests on, as they were amended last, the oldest first."""
    if not letter.basis or letter.client_id is None:
        return []
    return dated(completed(letter.client_id), letter.basis, studio.time_zone)


def first_texts(letter: Letter, studio: Studio, on: date, chosen: Sequence[Dated] | None = None) -> dict[str, str]:
    """What its texts say before anybody changes them, by field."""
    client_id = letter.client_id or 0
    words = dict.fromkeys(texts.fields_of(letter.kind), "")
    words["re"] = "initials" if letter.referral else "name"
    if letter.kind is LetterKind.question:
        return words | {"urgency": "days"}
    found = screens_of(letter, studio) if chosen is None else chosen
    last = found[-1].done.id if found else 0
    reviews = [one for one in reviews_of(client_id) if one.assessment_id == last]
    plan = texts.plan(letter, facts.home_programme(client_id), assessed_on(client_id, studio.time_zone), on)
    return words | {"symptoms": facts.symptoms(found, reviews) if found else "", "plan": plan}


def letter_sheet(letter: Letter, studio: Studio, *, by: User, on: date, released: bool = False) -> LetterSheet:
    """What it says now, signed by `by`; `released` when it is let go with this."""
    client_id = letter.client_id or 0
    chosen = screens_of(letter, studio)
    said = first_texts(letter, studio, on, chosen) | letter.words
    asks = letter.kind is LetterKind.question
    laid = Tables() if asks else tables(chosen, cast(LengthUnit, studio.units))
    questions = tuple(line.strip() for line in said["questions"].splitlines() if line.strip())
    share = share_with(client_id, letter.therapist_id, on) if letter.therapist_id else None
    return LetterSheet(
        studio=studio_card(studio),
        recipient=recipient_words(letter.recipient, studio.country),
        coach=by.name,
        credentials=valid_credentials(by, on),
        written=on,
        about=texts.about(letter, said["re"], studio),
        heading=texts.heading(letter, chosen),
        lead=texts.lead(letter, studio),
        short=_short(laid.short, len(questions)),
        days=laid.days,
        findings=laid.findings,
        graded=laid.graded,
        measures=laid.measures,
        facts=tuple(_asking(said, client_id, on) if asks else _account(said, client_id, chosen, on)),
        questions=questions,
        choices=texts.ANSWERS if asks else texts.CHOICES,
        note=said["note"],
        plan=said.get("plan", ""),
        released=texts.released(letter, by.name, on if released else None),
        consent=texts.consent(share, letter),
        version=letter.revision,
        paper=cast(Paper, studio.paper),
    )


def _short(short: str, questions: int) -> str:
    asked = NUMBERS[questions] if questions < len(NUMBERS) else f"{questions} questions"
    return " ".join(filter(None, (short, f"We have {asked} below." if short and questions else "")))


def _account(said: dict[str, str], client_id: int, chosen: Sequence[Dated], on: date) -> list[Fact]:
    found = facts.home_programme(client_id)
    last = chosen[-1].done.id if chosen else 0
    reviews = [one for one in reviews_of(client_id) if one.assessment_id == last]
    return _facts(
        ("Symptoms", said["symptoms"]),
        ("Programme", facts.programme(found)),
        ("Adherence", facts.adherence(reviews)),
        ("Limits", facts.limits(client_id, found, on)),
        ("We ask", said["ask"]),
    )


def _asking(said: dict[str, str], client_id: int, on: date) -> list[Fact]:
    return _facts(
        ("Urgency", texts.URGENCY.get(said["urgency"], "")),
        ("Told us", said["told"]),
        ("We saw", said["saw"]),
        ("Not done", said["not_done"]),
        ("Limits", facts.limits(client_id, facts.home_programme(client_id), on)),
    )


def _facts(*rows: tuple[str, str]) -> list[Fact]:
    return [Fact(label=label, words=words) for label, words in rows if words]
