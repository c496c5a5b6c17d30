"""One finding, three readings: the client's words, the coach's, and neutral ones for the physical therapist."""

from dataclasses import dataclass
from datetime import date

from ..ces.catalogue import Catalogue
from ..ces.findings import Seen
from ..ces.protocols import Role
from ..ces.sides import LEFT_RIGHT
from ..ces.wording import listed
from ..sheets.dates import long_day
from .board_words import AMOUNT, figures, on_side, protocol_words, title, toward_of
from .evidence_words import SIDES, unit_name
from .finding_words import saw_and_may_be
from .grounds import Grounds

MOST = 3


@dataclass(frozen=True, slots=True)
class Readings:
    client: str
    coach: tuple[str, ...]
    therapist: str


def readings(seen: Seen, grounds: Grounds) -> Readings:
    """The three of a finding that was seen."""
    return Readings(
        client=client_reading(seen, grounds),
        coach=coach_reading(seen),
        therapist=therapist_reading(seen, grounds.cat, grounds.on),
    )


def client_reading(seen: Seen, grounds: Grounds) -> str:
    """ "We saw that your left knee moves in a little. It may be that the inner thigh is working too hard …"."""
    saw, may_be = saw_and_may_be(seen, grounds.case)
    return f"We saw {saw}" + (f" It may be {may_be}" if may_be else "")


def therapist_reading(seen: Seen, cat: Catalogue, on: date) -> str:
    """The sentence of scope_of_practice.finding_sentence: what was seen, graded, and what it is often linked with."""
    one = seen.compensation
    words = {
        "[date]": long_day(on),
        "[test]": f"the {protocol_words(cat.protocols[one.protocol]).lower()}",
        "[compensation]": f"“{title(one.label).lower()}”",
        "on [side], graded [0-2]": _graded(seen),
        "This is often linked with [muscles] being probably overactive and [muscles] probably underactive.": _linked(
            seen
        ),
    }
    text = cat.wording.sentences["finding"]
    for place, said in words.items():
        text = text.replace(place, said)
    return text


def _graded(seen: Seen) -> str:
    if seen.side is None:
        return f"graded {seen.severity} of 2"
    if seen.left and seen.right and seen.left != seen.right:
        return f"graded {seen.left} of 2 on the left and {seen.right} of 2 on the right"
    if seen.compensation.laterality == "directional" and toward_of(seen.compensation) == "toward":
        return f"toward the {seen.side}, graded {seen.severity} of 2"
    where = "on both sides" if seen.side == "both" else f"on the {SIDES[seen.side]}"
    return f"{where}, graded {seen.severity} of 2"


def _linked(seen: Seen) -> str:
    over, under = (_muscles(seen, role) for role in ("overactive", "underactive"))  # type: tuple[str, str]
    if over and under:
        return f"This is often linked with {over} being probably overactive and {under} probably underactive."
    if over or under:
        return f"This is often linked with {over or under} being probably {'overactive' if over else 'underactive'}."
    return ""


def _muscles(seen: Seen, role: Role) -> str:
    """The muscles that the sources agree on, or those that are listed at all; a few are enough in a letter."""
    rows = seen.compensation.listings(role)
    agreed = [one for one in rows if one.agreement == "agreed"] or rows
    return listed(unit_name(one.muscle) for one in agreed[:MOST])


def coach_reading(seen: Seen) -> tuple[str, ...]:
    """How it was graded, what was looked for, and where the sources disagree."""
    one = seen.compensation
    amounts = {1: one.mild, 2: one.marked}
    said = [on_side(one, side, seen.on(side)) for side in LEFT_RIGHT if seen.on(side)]
    amount = AMOUNT[str(seen.severity)].capitalize() if seen.side is None else ", ".join(said).capitalize()
    return (
        f"{amount}: {figures(amounts[seen.severity])}.",
        figures(one.look_for),
        *((f"Where sources disagree: {figures(one.disagreements)}",) if one.disagreements else ()),
    )
