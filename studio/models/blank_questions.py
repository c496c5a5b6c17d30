"""Readiness questions, red flags, consent and the tick log as paper forms, in the order of their pages."""

from .. import texts
from ..ces.catalogue import Catalogue
from ..ces.questions import Group
from ..ces.questions import Question as Asked
from ..sheets.blank_forms import Ask, ConsentForm, Question, QuestionsForm, TickLog
from ..sheets.safety import discomfort_key
from .studios import Studio
from .texts import Wording, in_parts

AREAS = 3
EMPTY_LINES = 8
WEEKS = 4


def readiness_form(cat: Catalogue) -> QuestionsForm:
    """The ten questions with what a yes asks for."""
    questions = cat.safety.questions.values()
    return QuestionsForm(
        id="readiness",
        title="Before training",
        lead="Tick one answer to each question. After a yes, tick what fits and write what helps us to understand it.",
        questions=tuple(_question(one, number) for number, one in enumerate(questions, start=1)),
        last="Anything else we should know?",
    )


def red_flags_form(cat: Catalogue) -> QuestionsForm:
    """What is asked next, as the screen puts it: being active, then each red flag that a person can answer."""
    about = "a known condition whose state it decides"
    activity = Question(number=1, words=cat.safety.activity.text, note=about, details=False)
    asked = [flag for flag in cat.safety.red_flags.values() if not flag.observed]
    return QuestionsForm(
        id="red-flags",
        title="Red flags",
        lead="For the coach, after the questions before training. Ask those that the answers call for.",
        questions=(
            activity,
            *(
                Question(number=number, words=flag.plain, note=_called_for(flag.id, cat), details=False)
                for number, flag in enumerate(asked, start=2)
            ),
        ),
    )


def consent_form(wording: Wording, studio: Studio) -> ConsentForm:
    """A text with lines to sign on."""
    return ConsentForm(
        id="consent",
        title=wording.title,
        version=wording.number,
        parts=tuple((part.title, part.paragraphs) for part in in_parts(wording.body, studio)),
        lead=texts.TICKS_HINT,
        ticks=tuple((one.words, one.note, one.needed) for one in texts.purposes()),
    )


def tick_log(lines: tuple[str, ...] = (), phone: str = "") -> TickLog:
    """A log for some exercises, or with lines to write their names on."""
    return TickLog(
        id="tick-log",
        title="Tick log",
        lines=lines or ("",) * EMPTY_LINES,
        weeks=WEEKS,
        key=tuple((one.lead, one.rest) for one in discomfort_key(phone)),
    )


def _question(question: Asked, number: int) -> Question:
    return Question(
        number=number,
        words=question.text,
        yes=question.yes_word,
        no=question.no_word,
        asks=tuple(_ask(group, question) for group in question.groups if not group.recorded),
        areas=AREAS if question.areas else 0,
        each=question.areas == "each",
        strength=question.id == "screen_10",
    )


def _ask(group: Group, question: Asked) -> Ask:
    choices = question.choices
    return Ask(
        words=group.ask,
        choices=tuple(choice.text for choice in group.choices),
        one=group.kind == "one",
        after=tuple(choices[one].text for one in group.after),
    )


def _called_for(flag: str, cat: Catalogue) -> str:
    """“a yes to 2 or 3, discomfort in the knee”: what makes the screen ask it."""
    numbers = [
        str(number)
        for number, question in enumerate(cat.safety.questions.values(), start=1)
        if flag in question.ask_next or any(flag in choice.ask_next for choice in question.choices.values())
    ]
    places = {region: None for row in cat.safety.by_region if flag in row.flags for region in row.regions}
    words = [f"a yes to {' or '.join(numbers)}"] if numbers else []
    if places:
        words.append(f"discomfort: {', '.join(cat.regions[one].label for one in places)}")
    return "; ".join(words)
