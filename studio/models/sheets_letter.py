"""A letter as it stands now: its tables and facts from the record, its texts as the coach left them."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from ..ces.units import LengthUnit
from ..sheets import Paper
from ..sheets.letter import Fact, LetterSheet
from . import letter_facts as facts
from . import letter_texts as texts
from .comparisons import Dated, completed, dated
from .credentials import valid_credentials
from .letter_rows import Tables, tables
from .letters import Letter, LetterKind
from .programmes import Programme, Setting, programme_in
from .reviews import Review, reviews_of
from .shares import Share, share_with
from .sheets_home import studio_card
from .sheets_letter_received import recipient_words
from .studios import Studio
from .users import User

NUMBERS = ("", "one question", "two questions", "three questions")


@dataclass(frozen=True)
class Known:
    """What a letter is set from, looked up once: its screens as they were amended last, and what goes with them."""

    letter: Letter
    studio: Studio
    on: date
    chosen: list[Dated]
    days: list[date]
    """Of all the client's screens, the first one first."""
    programme: Programme | None
    reviews: list[Review]
    """Of the last of its screens."""
    share: Share | None


def known(letter: Letter, studio: Studio, on: date) -> Known:
    """Look it up; `on` is the day it is written."""
    client_id = letter.client_id or 0
    done = completed(client_id)
    chosen = dated(done, letter.basis, studio.time_zone) if done and letter.basis else []
    last = chosen[-1].done.id if chosen else 0
    return Known(
        letter=letter,
        studio=studio,
        on=on,
        chosen=chosen,
        days=[one.day(studio.time_zone) for one in done],
        programme=programme_in(client_id, Setting.home),
        reviews=[one for one in reviews_of(client_id) if one.assessment_id == last] if last else [],
        share=share_with(client_id, letter.therapist_id, on) if letter.therapist_id else None,
    )


def first_texts(found: Known) -> dict[str, str]:
    """What its texts say before anybody changes them, by field."""
    letter = found.letter
    words = dict.fromkeys(texts.fields_of(letter.kind), "")
    words["re"] = "initials" if letter.referral else "name"
    if letter.kind is LetterKind.question:
        return words | {"urgency": "days"}
    plan = texts.plan(letter, found.programme, found.days, found.on)
    symptoms = facts.symptoms(found.chosen, found.reviews) if found.chosen else ""
    return words | {"symptoms": symptoms, "plan": plan}


def letter_sheet(found: Known, *, by: User, released: bool = False) -> LetterSheet:
    """What it says now, signed by `by`; `released` when it is let go with this."""
    letter, studio, on = found.letter, found.studio, found.on
    said = first_texts(found) | letter.words
    asks = letter.kind is LetterKind.question
    laid = Tables() if asks else tables(found.chosen, cast(LengthUnit, studio.units))
    questions = tuple(line.strip() for line in said["questions"].splitlines() if line.strip())
    return LetterSheet(
        studio=studio_card(studio),
        recipient=recipient_words(letter.recipient, studio.country),
        coach=by.name,
        credentials=valid_credentials(by, on),
        written=on,
        about=texts.about(letter, said["re"], studio),
        heading=texts.heading(letter, found.chosen),
        lead=texts.lead(letter, studio),
        short=_short(laid.short, len(questions)),
        days=laid.days,
        findings=laid.findings,
        graded=laid.graded,
        measures=laid.measures,
        facts=tuple(_asking(said, found) if asks else _account(said, found)),
        questions=questions,
        choices=texts.ANSWERS if asks else texts.CHOICES,
        note=said["note"],
        plan=said.get("plan", ""),
        released=texts.released(letter, by.name, on if released else None),
        consent=texts.consent(found.share, letter),
        version=letter.revision,
        paper=cast(Paper, studio.paper),
    )


def _short(short: str, questions: int) -> str:
    asked = NUMBERS[questions] if questions < len(NUMBERS) else f"{questions} questions"
    return " ".join(filter(None, (short, f"We have {asked} below." if short and questions else "")))


def _account(said: dict[str, str], found: Known) -> list[Fact]:
    return _facts(
        ("Symptoms", said["symptoms"]),
        ("Programme", facts.programme(found.programme)),
        ("Adherence", facts.adherence(found.reviews)),
        ("Limits", _limits(found)),
        ("We ask", said["ask"]),
    )


def _asking(said: dict[str, str], found: Known) -> list[Fact]:
    return _facts(
        ("Urgency", texts.URGENCY.get(said["urgency"], "")),
        ("Told us", said["told"]),
        ("We saw", said["saw"]),
        ("Not done", said["not_done"]),
        ("Limits", _limits(found)),
    )


def _limits(found: Known) -> str:
    return facts.limits(found.letter.client_id or 0, found.programme, found.on)


def _facts(*rows: tuple[str, str]) -> list[Fact]:
    return [Fact(label=label, words=words) for label, words in rows if words]
