"""Findings in the client's words: what we saw, what it may be, what we will do. Sides are the client's."""

import re
from collections.abc import Iterable

from ..ces.case import Case
from ..ces.evidence import gather
from ..ces.exercises import PHASES, Phase
from ..ces.findings import Seen
from ..ces.prescription import Line
from ..ces.programme import Programme
from ..ces.protocols import Listing, Outcome, Role
from ..ces.reasoning import reason
from ..ces.selection.units import PLACES
from ..ces.sides import LEFT_RIGHT
from ..ces.steering import steer
from ..ces.wording import listed, muscle_words
from ..sheets import PriorityCard
from .tables import in_use

AMOUNTS = {1: "a little", 2: "clearly"}
FORMS = {
    "heels_elevated": "your heels raised",
    "hands_on_hips": "your hands on your hips",
    "heels_and_hands": "your heels raised and your hands on your hips",
    "arms_forward": "your arms out in front",
}
HELPED: dict[Outcome, str] = {"resolves": "was gone", "improves": "was less"}

PLACE = "~"
"""Where the amount goes in a title."""

DOING: dict[Phase, str] = {
    "inhibit": "loosen {}",
    "lengthen": "stretch {}",
    "activate": "switch on {}",
    "integrate": "practise it all together",
}
MOST_OVER, MOST_UNDER = 2, 1

# The catalogue's client text says what was seen, then what it may mean; the second half goes with a side of its own,
# as a sentence of its own: short ones are easier to read.
_meaning = re.compile(r", (which|so|often|usually|because)\b(.*)")
BEGINS = {"which": "This", "so": "So", "often": "Often", "usually": "Usually", "because": "Perhaps because"}


def card(seen: Seen, chosen: Programme, case: Case) -> PriorityCard:
    """One of the findings that matter most."""
    one = seen.compensation
    words = title(seen)
    we_saw, it_may_be = saw_and_may_be(seen, case)
    return PriorityCard(
        title=capital(words),
        we_saw=we_saw,
        it_may_be=it_may_be,
        we_will=_will(one.id, chosen.lines),
        saw=capital(words.removeprefix("your ")),
        want=capital(one.aim.removeprefix("so ").removeprefix("your ")),
        side=seen.side or "",
        compensation=one.id,
        severity=seen.severity,
    )


def saw_and_may_be(seen: Seen, case: Case) -> tuple[str, str]:
    """“that your left knee moves in a little. So …” and “that the inner thigh is working too hard. …”."""
    found = _meaning.search(seen.compensation.client_text)
    meaning = f" {BEGINS[found[1]]}{found[2]}".replace(" because ", " that is because ") if found else ""
    if seen.side == "both":
        meaning = meaning.replace(" on that side", "")
    meaning = _in_another_form(seen, case) or meaning
    return f"that {with_amount(seen)}.{meaning}", _may_be(seen, case)


def _in_another_form(seen: Seen, case: Case) -> str:
    """“ With your heels raised it was gone.” says more than what is usual; empty where no form helped on all sides."""
    cat = in_use()
    changes = [one for one in steer(gather(case, cat)).changes if one.compensation == seen.compensation.id]
    for form, words in FORMS.items():
        outcomes = {one.outcome for one in changes if one.variant == form}
        if len(outcomes) == 1 and outcomes <= HELPED.keys():
            return f" With {words} it {HELPED[outcomes.pop()]}."
    return ""


def title(seen: Seen) -> str:
    """“your left knee moves in”."""
    return _title(seen).replace(PLACE, "")


def with_amount(seen: Seen) -> str:
    """“your heels lift clearly”; the higher side's amount when they differ."""
    words, amount = _title(seen), AMOUNTS[seen.severity]
    return words.replace(PLACE, f" {amount}") if PLACE in words else f"{words} {amount}"


def _title(seen: Seen) -> str:
    one_sided, both = in_use().wording.titles[seen.compensation.id]
    return one_sided.format(seen.side) if seen.side in LEFT_RIGHT else both


def area_words(side: str | None, area: str) -> str:
    """“left knee”, “low back”."""
    return f"{side} {area}" if side in LEFT_RIGHT else area


def hurting(case: Case) -> tuple[str, ...]:
    """What rests until a clinician has looked at it: “right knee”."""
    pains = [pain for pain in case.pain if pain.when != "history" and pain.hurts]
    return tuple(dict.fromkeys(area_words(pain.side, in_use().regions[pain.region].label) for pain in pains))


def _may_be(seen: Seen, case: Case) -> str:
    """“that the outer calf is working too hard. The front shin could help more.”"""
    over = _listed_muscles(seen, "overactive", case)[:MOST_OVER]
    under = [one for one in _listed_muscles(seen, "underactive", case) if one not in over][:MOST_UNDER]
    hard = f"{listed(over)} {'work' if len(over) > 1 else 'works'} too hard." if over else ""
    more = f"{listed(under)} could help more." if under else ""
    return f"that {hard} {capital(more)}".strip() if hard else f"that {more}" if more else ""


def _listed_muscles(seen: Seen, role: Role, case: Case) -> list[str]:
    """What the finding lists, without what other findings contradict; what a modified form speaks for comes first."""
    evidence = gather(case, in_use())
    found, steering = reason(case.assessments, in_use(), evidence.measured), steer(evidence)

    def place(listing: Listing) -> int:
        moved = steering.of(listing.muscle, role, (seen.compensation.id,))
        return PLACES[moved.move if moved else None]

    return [
        f"the {muscle_words(listing.muscle, in_use())}"
        for listing in sorted(seen.compensation.listings(role), key=place)
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
