"""The one big button under the board: it says what it does and where it leads."""

from dataclasses import dataclass
from typing import Literal

from .board import Board
from .board_words import count_words

NUMBERS = {1: "The one view is", 2: "Both views are", 3: "All three views are"}


@dataclass(frozen=True, slots=True)
class Foot:
    """`rest` states `says` and goes `to` a view, or finishes; `on` only goes; `finish` and `stop` complete."""

    kind: Literal["rest", "on", "finish", "stop"]
    text: str
    note: str
    says: str
    to: str


def foot_of(board: Board, view: str) -> Foot:
    """What the button says in a view; `static/js/board-foot.js` says the same while taps wait."""
    here, after = board.view(view), board.after(view)
    to = after.view if after else ""
    if board.pains:
        return Foot("stop", "End the test, keep findings", "", "", "")
    if not here.done:
        rows = count_words(here.open_rows, "row", "rows") if here.open_rows else "Other sides"
        then = f"Next: {after.label.lower()} view" if after else "Then finish"
        return Foot("rest", "Rest is clean", f"{rows} not seen. {then}", here.rest, to)
    if after:
        return Foot("on", f"On to the {after.label.lower()} view", f"{here.label} is {_done(here.skip.lit)}", "", to)
    return Foot("finish", "Finish", f"{NUMBERS.get(len(board.views), 'All views are')} done", "", "")


def _done(skipped: bool) -> str:
    return "not tested" if skipped else "complete"
