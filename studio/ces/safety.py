"""When to stop and send on: red flags, pain and readiness as they bear on training."""

from dataclasses import dataclass
from typing import Literal

from studio.ces.case import Case
from studio.ces.catalogue import Catalogue

Level = Literal["EMERGENCY", "SAME_DAY", "PROMPT", "LOCAL_STOP"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody else should look: a level, what it came from (pain, red flag, tag, readiness ...), a sentence."""

    level: Level
    origin: str
    text: str


@dataclass(frozen=True, slots=True)
class ReferOut:
    """Whether a clinician must look first, how soon, and which regions get no drill until they have."""

    required: bool
    level: Level | None
    blocked_regions: tuple[str, ...]
    reasons: tuple[Reason, ...]


def refer_out(case: Case, cat: Catalogue) -> ReferOut:
    """Judge a case by the pain rules, red flags, blood pressure, readiness and local tags."""
    raise NotImplementedError
