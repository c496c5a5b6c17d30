"""The one big button under the board: it says what it does and where it leads."""

from dataclasses import dataclass
from typing import Literal

from .battery_view import Stop, after
from .board import Board
from .board_page import BoardView
from .board_words import count_words

NUMBERS = {1: "The one view is", 2: "Both views are", 3: "All three views are"}


@dataclass(frozen=True, slots=True)
class Foot:
    """`rest` states `says` and goes on; `on` and `stop` only go; `finish` completes.

    It goes `to` a view of the same test, else to another `station`; with neither it completes.
    """

    kind: Literal["rest", "on", "finish", "stop"]
    text: str
    note: str
    says: str
    to: str
    station: str = ""


def foot_of(board: Board, view: str, stops: tuple[Stop, ...] = ()) -> Foot:
    """What the button says in a view; `static/js/board-foot.js` says the same while taps wait."""
    here, then = board.view(view), board.after(view)
    stop = after(stops, board.station) if stops else None
    to, station = then.view if then else "", stop.station if stop and not then else ""
    if board.pains:
        if not stop:
            return Foot("stop", "End the test, keep findings", "", "", "")
        return Foot("stop", "End this test", f"Next: {stop.label.lower()}", "", "", stop.station)
    if not here.done:
        return Foot("rest", _rest(here), f"{_rows(here)} not seen. {_next(then, stop)}", here.rest, to, station)
    if then or stop:
        where = f"the {then.label.lower()} view" if then else stop.label.lower() if stop else ""
        return Foot("on", f"On to {where}", f"{here.label} is {_done(here.skipped)}", "", to, station)
    done = f"All {len(stops)} tests are" if len(stops) > 1 else NUMBERS.get(len(board.views), "All views are")
    return Foot("finish", "Finish", f"{done} done", "", "")


def _rest(here: BoardView) -> str:
    return "Rest is gone" if here.variant else "Rest is clean"


def _rows(here: BoardView) -> str:
    return count_words(here.open_rows, "row", "rows") if here.open_rows else "Other sides"


def _next(then: BoardView | None, stop: Stop | None) -> str:
    if then:
        return f"Next: {then.label.lower()} view"
    return f"Next: {stop.label.lower()}" if stop else "Then finish"


def _done(skipped: bool) -> str:
    return "not tested" if skipped else "complete"
