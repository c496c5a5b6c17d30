"""The red flags to ask for after what was answered."""

from studio.ces.case import Readiness
from studio.ces.catalogue import Catalogue
from studio.ces.readiness import judge, said_of
from studio.ces.rules import RedFlag


def emergency(readiness: Readiness, cat: Catalogue) -> bool:
    """Do the answers alone say so? Then nothing more is asked: help comes first, whatever else the form holds."""
    return any(one.level == "EMERGENCY" for one in judge(readiness, False, cat).judgements)


def to_ask(readiness: Readiness, cat: Catalogue, regions: tuple[str, ...] = ()) -> tuple[RedFlag, ...]:
    """Give the red flags that a yes, a choice or a region that hurts (or did) asks for, in the catalogue's order."""
    answers = {answer.item: answer.value for answer in readiness.answers}
    wanted: set[str] = set()
    for question in cat.safety.questions.values():
        if not answers.get(question.id):
            continue
        said = said_of(question, answers)
        wanted.update(question.ask_next)
        wanted.update(flag for one in said for flag in question.choices[one].ask_next)
    hurting = {*regions, *(area.region for area in readiness.areas if area.about == "screen_10")}
    wanted.update(flag for row in cat.safety.by_region if hurting.intersection(row.regions) for flag in row.flags)
    return tuple(flag for flag in cat.safety.red_flags.values() if flag.id in wanted)
