"""Readiness forms for the engine's tests."""

from studio.ces.case import Answer, Readiness
from studio.ces.catalogue import catalogue
from studio.ces.readiness import Start, judge

CAT = catalogue()
NUMBERS = range(1, 11)


def filled(*yes: str, **more: object) -> Readiness:
    """All ten questions answered: no, but for these; "screen_1.heart" says yes to the question too."""
    answers = {f"screen_{number}": False for number in NUMBERS}
    for one in yes:
        if one.partition(".")[0] in answers:
            answers[one.partition(".")[0]] = True
        answers[one] = True
    given_answers = tuple(Answer(item, value) for item, value in answers.items())
    return Readiness(given_answers, **more)  # type: ignore[arg-type]


def start(*yes: str, agreed: bool = False, **more: object) -> Start:
    return judge(filled(*yes, **more), agreed, CAT)


def levels(found: Start) -> set[str | None]:
    return {one.level for one in found.judgements}


def tags(found: Start) -> set[str]:
    return {tag.tag for tag in found.tags}
