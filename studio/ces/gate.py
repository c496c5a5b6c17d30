"""The gate before an assessment: open, to be passed with a name and a reason, or shut."""

from dataclasses import dataclass
from typing import Literal

from studio.ces.case import Case, Tag
from studio.ces.catalogue import Catalogue
from studio.ces.rules import Level, State
from studio.ces.safety import GATING, Reason, closed, refer_out

PASSABLE: tuple[State, ...] = ("not_done", "expired")


@dataclass(frozen=True, slots=True)
class Gate:
    """May an assessment start; `why` is one sentence, `reasons` all that speaks against it or comes with advice."""

    verdict: Literal["open", "ask", "shut"]
    state: State
    level: Level | None  # the most urgent one that shuts it
    why: str
    reasons: tuple[Reason, ...]
    advice: tuple[str, ...]
    blocked_regions: tuple[str, ...]
    tags: tuple[Tag, ...]

    @property
    def shut(self) -> bool:
        """Nobody may pass."""
        return self.verdict == "shut"


def gate(case: Case, cat: Catalogue) -> Gate:
    """Judge whether an assessment may start.

    Shut as a programme is (not now, emergency, same day, needs clearance, delayed), and by every red flag: with one
    standing no region is assessed (reference, pain_rules.during_test.others). Pain alone shuts only its region.
    """
    safety = refer_out(case, cat)
    flags = [one for one in safety.reasons if one.origin == "red_flag" and one.level not in (None, "LOCAL_STOP")]
    why = (closed(case, safety) or "").removeprefix("No programme now: ")
    if flags and not why:
        why = f"somebody else must look first. {flags[0].text}"
    urgent = [one for one in safety.reasons if one.level in GATING or one in flags]
    verdict: Literal["open", "ask", "shut"] = "open"
    if why:
        verdict = "shut"
    elif safety.start.state in PASSABLE:
        verdict = "ask"
        why = cat.safety.states[safety.start.state]
    return Gate(
        verdict=verdict,
        state=safety.start.state,
        level=urgent[0].level if urgent else None,
        why=why[:1].upper() + why[1:],
        reasons=safety.reasons,
        advice=safety.start.advice,
        blocked_regions=safety.blocked_regions,
        tags=safety.start.tags,
    )
