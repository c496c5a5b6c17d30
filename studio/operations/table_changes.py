"""What an owner says of one link or exercise on one page, as the adjustments it takes."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from ..ces.adjusting import Adjustment as Change
from ..ces.adjusting import Kind
from ..ces.exercises import OWN
from ..models.adjustments import Adjustment, everything, in_force
from ..models.users import User
from .adjustments import adjust, take_back

LONGEST_ID = 40


def put_link(key: str, *, used: bool, note: str, source: str, reason: str, by: User) -> list[Adjustment]:
    """Switch a link off or on, and keep a note at it; gives what was changed, nothing when it stood like that."""
    standing = _standing(key)
    changed = _in_use(key, "link_off", used, standing, reason, by)
    noted = standing.get("link_note")
    said = {"note": note, "source": source}
    if said != (dict(noted.payload) if noted else {"note": "", "source": ""}):
        changed.append(adjust(Change("link_note", key, said), reason=reason, by=by))
    return changed


def put_exercise(
    exercise_id: str, *, used: bool, dose: Mapping[str, int] | None, reason: str, by: User
) -> list[Adjustment]:
    """Put an exercise out of use or back, and give it another default dose; `dose` None leaves that as it is."""
    changed = _in_use(exercise_id, "hidden", used, _standing(exercise_id), reason, by)
    if dose is not None:
        changed.append(adjust(Change("dose", exercise_id, dose), reason=reason, by=by))
    return changed


def put_own(exercise_id: str, row: Mapping[str, Any], *, reason: str, by: User) -> Adjustment:
    """Write an own exercise down, a new one or another wording of it; it is used again where it was taken back."""
    return adjust(Change("exercise", exercise_id, row), reason=reason, by=by)


def new_id(name: str) -> str:
    """An id for an exercise of the studio that none had before."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = OWN + (re.sub(r"[^a-z0-9]+", "_", plain)[:LONGEST_ID].strip("_") or "exercise")
    taken = {row.target for row in everything() if row.kind == "exercise"}
    return next(one for one in (base, *(f"{base}_{n}" for n in range(2, len(taken) + 3))) if one not in taken)


def _standing(target: str) -> dict[str, Adjustment]:
    return {row.kind: row for row in in_force(everything()) if row.target == target}


def _in_use(
    target: str, kind: Kind, used: bool, standing: Mapping[str, Adjustment], reason: str, by: User
) -> list[Adjustment]:
    """Out of use is an adjustment, in use again is taking it back."""
    off = standing.get(kind)
    if used and off:
        take_back(off, by=by)
        return [off]
    return [] if used or off else [adjust(Change(kind, target, {}), reason=reason, by=by)]
