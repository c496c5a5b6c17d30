"""Findings in the client's words: what we saw, what it may be, what we will do. Sides are the client's."""

import re
from collections.abc import Iterable

from ..ces.case import Case
from ..ces.exercises import PHASES, Phase
from ..ces.findings import Seen
from ..ces.prescription import Line
from ..ces.programme import Programme
from ..ces.protocols import Role
from ..ces.reasoning import reason
from ..ces.sides import LEFT_RIGHT
from ..ces.wording import listed, muscle_words
from ..sheets import PriorityCard
from .tables import in_use

AMOUNTS = {1: "a little", 2: "clearly"}
TITLES = {
    "ohsa.feet_turn_out": ("your {} foot turns out", "your feet turn out"),
    "ohsa.foot_flattens": ("your {} arch drops", "your arches drop"),
    "ohsa.heel_rises": ("your {} heel lifts", "your heels lift"),
    "ohsa.knee_valgus": ("your {} knee moves in", "your knees move in"),
    "ohsa.knee_varus": ("your {} knee moves out", "your knees move out"),
    "ohsa.excessive_forward_lean": ("", "your chest drops forward"),
    "ohsa.low_back_arches": ("", "your low back arches"),
    "ohsa.low_back_rounds": ("", "your low back rounds"),
    "ohsa.asymmetric_shift": ("your weight shifts to the {}", "your weight shifts"),
    "ohsa.arms_fall_forward": ("your {} arm falls forward", "your arms fall forward"),
    "ohsa.shoulders_elevate": ("your {} shoulder lifts", "your shoulders lift"),
    "ohsa.head_forward": ("", "your head moves forward"),
    "ohsa.knee_dominance": ("", "your knees do most of the work"),
    "ohsa.elbows_flex": ("your {} elbow bends", "your elbows bend"),
}
"""One-sided and two-sided wording of each finding; the catalogue's labels speak to coaches."""

DOING: dict[Phase, str] = {
    "inhibit": "loosen {}",
    "lengthen": "stretch {}",
    "activate": "switch on {}",
    "integrate": "practise it all together",
}
MOST_OVER, MOST_UNDER = 2, 1

# The catalogue's client text says what was seen, then what it may mean; the second half goes with a side of its own.
_meaning = re.compile(r", (?:which|so|often|usually|because)\b.*")


def card(seen: Seen, chosen: Programme, case: Case) -> PriorityCard:
    """One of the findings that matter most."""
    one = seen.compensation
    words = title(seen)
    found = _meaning.search(one.client_text)
    meaning = found[0] if found else "."
    if seen.side == "both":
        meaning = meaning.replace(" on that side", "")
    return PriorityCard(
        title=capital(words),
        we_saw=f"that {with_amount(seen)}{meaning}",
        it_may_be=_may_be(seen, case),
        we_will=_will(one.id, chosen.lines),
        saw=capital(words.removeprefix("your ")),
        want=capital(one.aim.removeprefix("so ").removeprefix("your ")),
        side=seen.side or "",
        compensation=one.id,
    )


def title(seen: Seen) -> str:
    """“your left knee moves in”."""
    one = seen.compensation
    label = one.label.split(" (")[0]
    one_sided, both = TITLES.get(one.id, (f"{label.lower()} on the {{}}", label.lower()))
    return one_sided.format(seen.side) if seen.side in LEFT_RIGHT and one_sided else both


def with_amount(seen: Seen) -> str:
    """“your heels lift clearly”; the higher side's amount when they differ."""
    return f"{title(seen)} {AMOUNTS[seen.severity]}"


def area_words(side: str | None, area: str) -> str:
    """“left knee”, “low back”."""
    return f"{side} {area}" if side in LEFT_RIGHT else area


def hurting(case: Case) -> tuple[str, ...]:
    """What rests until a clinician has looked at it: “right knee”."""
    pains = [pain for pain in case.pain if pain.when != "history" and pain.hurts]
    return tuple(dict.fromkeys(area_words(pain.side, in_use().regions[pain.region].label) for pain in pains))


def _may_be(seen: Seen, case: Case) -> str:
    """“that the outer calf is working too hard and the front shin could help more.”"""
    over = _listed_muscles(seen, "overactive", case)[:MOST_OVER]
    under = _listed_muscles(seen, "underactive", case)[:MOST_UNDER]
    parts = []
    if over:
        parts.append(f"{listed(over)} {'are' if len(over) > 1 else 'is'} working too hard")
    if under:
        parts.append(f"{listed(under)} could help more")
    return f"that {' and '.join(parts)}." if parts else ""


def _listed_muscles(seen: Seen, role: Role, case: Case) -> list[str]:
    """What the finding lists, without what other findings contradict."""
    found = reason(case.assessments, in_use())
    return [
        f"the {muscle_words(listing.muscle, in_use())}"
        for listing in seen.compensation.listings(role)
        if any(
            found.usable(muscle, role, side)
            for side in seen.reaches(listing)
            for muscle in in_use().members(listing.muscle)
        )
    ]


def _will(compensation: str, lines: Iterable[Line]) -> str:
    """“loosen the outer calf, stretch the deep calf, then practise it all together.”"""
    parts: dict[str, None] = {}
    for phase in PHASES:
        for line in lines:
            serves = [one for one in line.because if one.compensation == compensation]
            if line.phase == phase and serves:
                muscle = serves[0].muscle
                parts[DOING[phase].format(f"the {muscle_words(muscle, in_use())}" if muscle else "")] = None
    *most, last = parts or ["look at this again at the next check"]
    return f"{', '.join(most)}, then {last}." if most else f"{last}."


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
