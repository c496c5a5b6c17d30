"""Home programmes: drafted by the engine, changed by a coach, issued as a version that never changes."""

from .changing import MOST_LINES, NeedsReason, Refused, Stale
from .drafting import create, draft_from, heed, look_again
from .issuing import Size, issue
from .lines import add, remove, restore, swap, take_back
from .restarting import go_back, start_again
from .shaping import Details, bring_back, change_details, change_dose, move, park

__all__ = [
    "MOST_LINES",
    "Details",
    "NeedsReason",
    "Refused",
    "Size",
    "Stale",
    "add",
    "bring_back",
    "change_details",
    "change_dose",
    "create",
    "draft_from",
    "go_back",
    "heed",
    "issue",
    "look_again",
    "move",
    "park",
    "remove",
    "restore",
    "start_again",
    "swap",
    "take_back",
]
