"""May we start: the readiness answers and blood pressure judged together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

from studio.ces.case import Area, Readiness, Tag
from studio.ces.catalogue import Catalogue
from studio.ces.pressure import pressure_row
from studio.ces.questions import ACTIVITY, Meaning, Question
from studio.ces.rules import Level, State

Answers = Mapping[str, bool | float | str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one answer (or the blood pressure) says; `blocks` are regions without test and drill for now.

    `told` is the finding alone, where `text` also says what the coach does.
    """

    origin: str  # screen_3, bp_stop ...
    state: State
    level: Level | None
    tags: tuple[Tag, ...]
    text: str
    blocks: tuple[str, ...] = ()
    advice: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """The state of the client (the worst of all answers) and everything that speaks against a plain start."""

    state: State
    judgements: tuple[Judgement, ...] = field(default=())

    @property
    def tags(self) -> tuple[Tag, ...]:
        """Give the precautions the answers set by themselves."""
        return tuple(dict.fromkeys(tag for judgement in self.judgements for tag in judgement.tags))

    @property
    def advice(self) -> tuple[str, ...]:
        """Give the lines of advice that go with a start."""
        return tuple(dict.fromkeys(judgement.advice for judgement in self.judgements if judgement.advice))


def judge(readiness: Readiness | None, agreed: bool, cat: Catalogue) -> Start:
    """Judge the answers; `agreed` is a health professional's written agreement, which settles "needs clearance".

    Source: programming reference, safety.readiness and blood_pressure. A reading that is too high today is not
    settled by an agreement.
    """
    if readiness is None:
        return Start("not_done")
    answers = {answer.item: answer.value for answer in readiness.answers}
    implied = set(_implied(answers, cat))
    judgements: list[Judgement] = []
    for question in cat.safety.questions.values():
        judgements += _settled(_judged(question, answers, implied, readiness.areas, cat), readiness, agreed)
    if readiness.blood_pressure:
        judgements.append(_pressure(readiness.blood_pressure, readiness.symptoms, cat))
    states: set[State] = {judgement.state for judgement in judgements}
    if any(question not in answers for question in cat.safety.questions):
        states.add("not_done")
    if readiness.expired:
        states.add("expired")
    worst_first = cast(Iterable[State], cat.safety.states)
    return Start(next(state for state in worst_first if state in states), tuple(judgements))


def said_of(question: Question, answers: Answers, implied: Iterable[str] = ()) -> frozenset[str]:
    """Give the choices of a question that were said, by their short ids."""
    ids = {item for item, value in answers.items() if value is True} | set(implied)
    return frozenset(choice for choice in question.choices if f"{question.id}.{choice}" in ids)


def _implied(answers: Answers, cat: Catalogue) -> Iterable[str]:
    """A medicine stands for the condition it is taken for, also where that was not named."""
    for question in cat.safety.questions.values():
        if answers.get(question.id):
            said = said_of(question, answers)
            yield from (choice.implies for choice in question.choices.values() if choice.implies and choice.id in said)


def _judged(
    question: Question, answers: Answers, implied: set[str], areas: tuple[Area, ...], cat: Catalogue
) -> Iterable[Judgement]:
    value = answers.get(question.id)
    wanted = any(item.startswith(f"{question.id}.") for item in implied)
    if not value and not wanted:
        if value is not None:
            yield Judgement(question.id, question.no, None, (), question.text)
        return
    said = said_of(question, answers, implied) if value else said_of(question, {}, implied)
    here = [area for area in areas if area.about == question.id]
    if question.areas == "each" and here:
        for area in here:
            yield from _meant(question, area.said, [area], answers, cat)
    else:
        yield from _meant(question, said, here, answers, cat)


def _meant(
    question: Question, said: frozenset[str], areas: list[Area], answers: Answers, cat: Catalogue
) -> Iterable[Judgement]:
    """One judgement for everything the answers mean, and the plain yes for what no meaning speaks of."""
    fitting = [meaning for meaning in question.meanings if meaning.fits(said)]
    covered = {choice for meaning in fitting for choice in (*meaning.any, *meaning.all)}
    first = {choice.id for choice in question.groups[0].choices} if question.groups else set()
    text = _words(question, said, areas, cat)
    if not fitting or (said & first) - covered:
        yield Judgement(question.id, _plain(question, answers, cat), question.yes_level, _tags(question, said), text)
    for meaning in fitting:
        yield Judgement(
            origin=question.id,
            state=_state(meaning, answers, cat),
            level=meaning.level,
            tags=(*_tags(question, said), *_local(meaning, areas)),
            text=text,
            blocks=tuple(dict.fromkeys(area.region for area in areas)) if meaning.blocks else (),
            advice=meaning.advice,
        )


def _plain(question: Question, answers: Answers, cat: Catalogue) -> State:
    settles = question.id in cat.safety.activity.settles and _active(answers, cat)
    return "cleared_with_advice" if settles else question.yes


def _state(meaning: Meaning, answers: Answers, cat: Catalogue) -> State:
    if meaning.state != ACTIVITY:
        return cast(State, meaning.state)
    return "cleared_with_advice" if _active(answers, cat) else "needs_clearance"


def _active(answers: Answers, cat: Catalogue) -> bool:
    """Active for three months, and no symptom: what a known condition may start with."""
    activity = cat.safety.activity
    well = all(answers.get(question) is False for question in activity.symptoms)
    return well and answers.get(activity.id) is True


def _tags(question: Question, said: frozenset[str]) -> tuple[Tag, ...]:
    if not said:
        return tuple(Tag(tag) for tag in question.tags)
    named = [tag for choice in question.choices.values() if choice.id in said for tag in choice.tags]
    return tuple(Tag(tag) for tag in dict.fromkeys([*(set(question.tags) - question.tagged), *named]))


def _local(meaning: Meaning, areas: list[Area]) -> Iterable[Tag]:
    for tag in meaning.local:
        yield from (Tag(tag, area.region, area.side) for area in areas)
        if not areas:
            yield Tag(tag)


def _settled(found: Iterable[Judgement], readiness: Readiness, agreed: bool) -> Iterable[Judgement]:
    """What a written agreement or the answer of a clinician settles; never what is an emergency."""
    for one in found:
        open_level = one.level if one.level == "EMERGENCY" or not readiness.looked_at else None
        settled = one.state == "needs_clearance" and (agreed or readiness.looked_at)
        state: State = "cleared_with_advice" if settled else one.state
        yield Judgement(one.origin, state, open_level, one.tags, one.text, one.blocks, one.advice)


def _pressure(pressure: tuple[int, int], symptoms: bool, cat: Catalogue) -> Judgement:
    row = pressure_row(pressure, cat)
    tags = tuple(Tag(tag) for tag in row.tags)
    text = f"Blood pressure {pressure[0]}/{pressure[1]}"
    if symptoms:
        # The rows say what to do without symptoms, "proceed" for the lower ones: with them the level's own words count.
        state: State = "delayed" if row.state == "delayed" else "needs_clearance"
        level = row.level_with_symptoms
        told = f"{text} with symptoms"
        return Judgement(row.id, state, level, tags, f"{told}: {cat.safety.levels[level]}", told=told)
    advice = row.then if row.state == "cleared_with_advice" else ""
    return Judgement(row.id, row.state, row.level, tags, f"{text}: {row.then}", advice=advice, told=text)


def _words(question: Question, said: frozenset[str], areas: list[Area], cat: Catalogue) -> str:
    named = [choice.text.lower() for choice in question.choices.values() if choice.id in said]
    named += [" ".join(filter(None, (area.side, cat.regions[area.region].label))) for area in areas]
    return f"Yes to: {question.text}" + (f" ({', '.join(named)})" if named else "")
