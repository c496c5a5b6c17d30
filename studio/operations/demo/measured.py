"""What was measured of the demo studio's people."""

import hashlib
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ...ces.batteries import MEASURES
from ..taps import TapIn


def measured_taps(name: str, week: int, assessment: int) -> Iterator[TapIn]:
    """What a coach would have typed that week."""
    for words in rows().get(name, {}).get(str(week), ()):
        measure, side, *values = words.split()
        said = {f"m:{measure}:{side}:{number}": value for number, value in enumerate(values, 1)}
        for field, value in (said or {f"m:{measure}": side}).items():
            key = hashlib.sha256(f"{assessment} {field}".encode()).hexdigest()[:32]
            yield TapIn(key=key, station=MEASURES, field=field, value=value, view=MEASURES, seen=0)


@cache
def rows() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((Path(__file__).parent / "measured.toml").read_text(encoding="utf-8"))
