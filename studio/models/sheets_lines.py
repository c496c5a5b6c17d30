"""The lines of a home sheet, in the client's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..ces import dose, wording
from ..ces.exercises import PHASES, Exercise
from ..ces.prescription import Line
from ..sheets import HomeLine
from .kit import kit_words, things
from .prescriptions import Prescription
from .tables import in_use


@dataclass(frozen=True)
class Flag:
    """What a line is against the version before."""

    kind: Literal["new", "harder"]
    note: str = ""


def home_line(row: Prescription, number: int, flag: Flag | None) -> HomeLine:
    """Build one numbered line."""
    line, drill = row.value, in_use().exercises[row.exercise]
    position, posture = place_of(drill)
    return HomeLine(
        number=number,
        phase=PHASES.index(line.phase) + 1,
        phase_word=wording.phase_words(line.phase),
        name=drill.name,
        dose=dose.in_words(line.dose, drill, line.side, line.first, line.extra),
        cues=drill.cues,
        why=wording.why(line, in_use()),
        flag=flag.kind if flag else "",
        flag_note=flag.note if flag else "",
        feel_it=_inside(drill.feel_it_here),
        not_this=_inside(drill.common_fault),
        too_hard=drill.easier or _ask_for(drill.regression),
        too_easy=drill.harder or _ask_for(drill.progression),
        position=position,
        posture=posture,
        kit=kit_words(drill),
        use_instead=" ".join(each.how for each in line.substitutes),
        side=line.side if line.dose.per_side else "",
        side_words=side_words(line, drill),
        minutes=round(row.minutes, 1),
        show_first=line.show_first,
        exercise=drill.id,
    )


def things_needed(rows: Sequence[Prescription]) -> tuple[str, ...]:
    """Every thing the lines need, once, with what stands in for it: “foam roller or rolled towel”.

    What the client can do without is left out; the line itself says how.
    """
    items = in_use().equipment
    instead = {each.item: each.use for row in rows for each in row.value.substitutes}
    needed = dict.fromkeys(item for row in rows for item in things(in_use().exercises[row.exercise]))
    return tuple(
        f"{items[item].label} or {items[instead[item]].label}" if item in instead else items[item].label
        for item in needed
    )


def place_of(drill: Exercise) -> tuple[str, str]:
    """How the body begins, in words and as the pictograms know it."""
    position = in_use().positions[drill.position]
    # Sitting is on a chair unless the drill needs the way down to the floor and up again.
    on_floor = position.id == "seated" and drill.floor_transfer
    words = position.label[:1].upper() + position.label[1:] + " on the floor" * on_floor
    return words, "seated-floor" if on_floor else position.id


def side_words(line: Line, drill: Exercise) -> str:
    """“Each leg”, “Left leg”; nothing where the side does not matter."""
    if not line.dose.per_side:
        return ""
    return f"Each {drill.limb}" if line.side == "both" else f"{line.side.capitalize()} {drill.limb}"


def _ask_for(exercise: str | None) -> str:
    rung = in_use().exercises[exercise] if exercise else None
    return f"Ask us for “{rung.name}”." if rung and not rung.hidden else ""


def _inside(sentence: str) -> str:
    """A sentence that follows a label begins with a small letter, unless its first word is all capitals."""
    first = sentence.split(" ", 1)[0]
    return sentence if first.isupper() and len(first) > 1 else sentence[:1].lower() + sentence[1:]
