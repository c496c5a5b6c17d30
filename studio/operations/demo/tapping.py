"""What a coach of the demo studio would have tapped in one test: what is not named was looked at and clean."""

import hashlib
from collections.abc import Container, Iterator

from ...ces.findings import STANDARD
from ...ces.protocols import Compensation
from ...models.fields import fields_of, judged, short
from ...models.stations import parts_of
from ...models.tables import in_use
from ..taps import TapIn
from .cast import SQUAT, Findings, Seen


def taps(
    seen: Seen, assessment: int, station: str = SQUAT, *, until: str = "", rows: Container[str] | None = None
) -> Iterator[TapIn]:
    """View by view, as far as `until`; `rows` are those a modified form looks at again."""
    protocol, variant = parts_of(station)
    found = seen.found(station)
    views = [view.view for view in in_use().protocols[protocol].views]
    done = views[: views.index(until)] if until else views
    asked = protocol == SQUAT and variant == STANDARD
    stated = [("depth", seen.depth, views[0]), ("shoes", seen.shoes, views[0])] if asked else []
    for view in done:
        for compensation in judged(in_use().protocols[protocol], variant, in_use()):
            if view in compensation.views and (rows is None or short(compensation) in rows):
                said = _said(compensation, found)
                stated += [(field, said.get(field, "0"), view) for field in fields_of(compensation)]
    if seen.pain and asked:
        row, where = seen.pain.split()
        stated.append((f"pain:{row}", where, "lateral"))
    for field, value, view in stated:
        key = hashlib.sha256(f"{assessment} {station} {field} {view}".encode()).hexdigest()[:32]
        yield TapIn(key=key, station=station, field=field, value=value, view=view, seen=0)


def _said(compensation: Compensation, found: Findings) -> dict[str, str]:
    """The fields of a row in which something was seen, with what it was."""
    said = {}
    for name, sides, severity in found:
        if name == short(compensation):
            for side in ("left", "right") if sides == "both" else (sides,):
                if compensation.laterality == "directional":  # the side is where it goes to
                    said[f"f:{name}:mid"] = f"{side}{severity}"
                else:
                    said[f"f:{name}:{side}"] = severity
    return said
