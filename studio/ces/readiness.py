"""May we start: the readiness answers and blood pressure judged together."""

from collections.abc import Iterable
from dataclasses import dataclass

from studio.ces.case import Readiness
from studio.ces.catalogue import Catalogue
from studio.ces.rules import Level, PressureRow, State


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one answer (or the blood pressure) says."""

    origin: str  # screen_3, bp_stop ...
    state: State
    level: Level | None
    tags: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Start:
    """The state of the client (the worst of all answers) and everything that speaks against a plain start."""

    state: State
    judgements: tuple[Judgement, ...]

    @property
    def tags(self) -> tuple[str, ...]:
        """Give the precautions the answers set by themselves."""
        return tuple(dict.fromkeys(tag for judgement in self.judgements for tag in judgement.tags))


def judge(readiness: Readiness | None, agreed: bool, cat: Catalogue) -> Start:
    """Judge the answers; `agreed` is a health professional's written agreement, which settles "needs clearance".

    Source: programming reference, safety.readiness and blood_pressure. A reading that is too high today is not
    settled by an agreement.
    """
    if readiness is None:
        return Start("not_done", ())
    answers = {answer.item: answer.value for answer in readiness.answers}
    judgements = list(_answered(answers, agreed, cat))
    if readiness.blood_pressure:
        row = pressure_row(readiness.blood_pressure, cat)
        judgements.append(Judgement(row.id, row.state, row.level, row.tags, f"Blood pressure: {row.then}"))
    states: set[State] = {judgement.state for judgement in judgements}
    if any(question not in answers for question in cat.safety.questions):
        states.add("not_done")
    worst_first: Iterable[State] = cat.safety.states  # type: ignore[assignment]
    return Start(next(state for state in worst_first if state in states), tuple(judgements))


def pressure_row(pressure: tuple[int, int], cat: Catalogue) -> PressureRow:
    """Find the first row that fits: systolic or diastolic reaches its number."""
    systolic, diastolic = pressure
    return next(row for row in cat.safety.pressure if systolic >= row.systolic or diastolic >= row.diastolic)


def _answered(answers: dict[str, bool | float | str], agreed: bool, cat: Catalogue) -> Iterable[Judgement]:
    activity = cat.safety.activity
    no_symptoms = all(answers.get(question) is False for question in activity.symptoms)
    for question in cat.safety.questions.values():
        value = answers.get(question.id)
        if value is None:
            continue
        if not value:
            yield Judgement(question.id, question.no, None, (), question.text)
            continue
        state = question.yes
        if question.id in activity.settles and no_symptoms and answers.get(activity.id) is True:
            state = "cleared_with_advice"
        if state == "needs_clearance" and agreed:
            state = "cleared_with_advice"
        yield Judgement(question.id, state, question.yes_level, question.tags, f"Yes to: {question.text}")
