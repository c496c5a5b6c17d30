"""Training the eye: the drawings of a test in a random order, judged clear, mild or marked. Nothing of it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from ..ces.protocols import Compensation
from ..ces.sides import LEFT_RIGHT
from ..figures.exercises import Side
from ..figures.postures import card_words
from .board_words import figures, label_of, title
from .finding_words import capital
from .tables import shipped

GRADES = ("clear", "mild", "marked")
ENOUGH = 8
"""A test with fewer rows asks each of them twice."""


@dataclass(frozen=True, slots=True)
class Question:
    """A drawing to judge: which fault to look for, on which side, and how much of it is drawn."""

    compensation: Compensation
    side: Side
    grade: int

    @property
    def words(self) -> str:
        return f"{title(self.compensation.label)}{f', {self.side}' if self.side else ''}"

    @property
    def why(self) -> tuple[str, ...]:
        """What is drawn, and what the tables call so much of it."""
        one = self.compensation
        shows, wants = card_words(one.id, self.side)
        told = {1: f"Mild: {figures(one.mild)}.", 2: f"Marked: {figures(one.marked)}."}
        return (shows, told[self.grade]) if self.grade else (wants,)


@dataclass(frozen=True, slots=True)
class Answer:
    """A judgement and what it was."""

    question: Question
    given: str

    @property
    def was(self) -> str:
        return GRADES[self.question.grade]

    @property
    def right(self) -> bool:
        return self.given == self.was


@dataclass(frozen=True, slots=True)
class Training:
    """One run through a test; `number` is its order, so that two raters can judge the same pictures."""

    protocol: str
    label: str
    number: int
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]

    @property
    def question(self) -> Question | None:
        """What is asked now; None after the last."""
        return self.questions[len(self.answers)] if len(self.answers) < len(self.questions) else None

    @property
    def given(self) -> str:
        """The answers so far, as the address carries them."""
        return "".join(str(GRADES.index(one.given)) for one in self.answers)

    @property
    def right(self) -> int:
        return sum(one.right for one in self.answers)

    @property
    def missed(self) -> tuple[Answer, ...]:
        return tuple(one for one in self.answers if not one.right)


def tests() -> tuple[tuple[str, str], ...]:
    """The tests that can be trained, (id, label), in their order."""
    return tuple((one, label_of(one)) for one in shipped().protocols)


def order_of(day: date) -> int:
    """The order of a day: whoever trains on it begins with the same drawings, and can compare."""
    return day.toordinal()


def training(protocol_id: str, number: int, answers: str = "") -> Training | None:
    """A run through a test in the order of a number; None when there is no such test."""
    protocol = shipped().protocols.get(protocol_id)
    if protocol is None:
        return None
    rows = [shipped().compensations[one] for one in protocol.compensations]
    questions = _questions(rows if len(rows) >= ENOUGH else rows * 2, Random(f"{protocol_id} {number}"))  # noqa: S311 - an order, no secret
    given = [GRADES[int(one)] for one in answers if one in "012"]
    return Training(
        protocol=protocol.id,
        label=capital(label_of(protocol.id)),
        number=number,
        questions=questions,
        answers=tuple(Answer(question, one) for question, one in zip(questions, given, strict=False)),
    )


def _questions(rows: Sequence[Compensation], chance: Random) -> tuple[Question, ...]:
    """Every row once, in any order; the grades spread evenly, so that none can be guessed from the rest."""
    grades = [n % len(GRADES) for n in range(len(rows))]
    chance.shuffle(grades)
    order = chance.sample(range(len(rows)), len(rows))
    return tuple(
        Question(rows[n], chance.choice(LEFT_RIGHT) if rows[n].has_sides else "", grade)
        for n, grade in zip(order, grades, strict=True)
    )
