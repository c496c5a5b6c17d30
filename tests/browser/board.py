"""The board in the words of a coach, for browser tests."""

import json
import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect
from sqlalchemy import select

from studio.extensions import db
from studio.models.assessments import Answer, Recording, Tap
from studio.models.database import write
from studio.models.fields import UNSTATED, Stated, views_after
from studio.models.users import User
from studio.operations import sign_ins

from ..people import Cast
from .chaos_proxy import ChaosProxy
from .server import Server

VIEWS = ("anterior", "lateral", "posterior")

# Looks every few milliseconds whether the sign says "saved" while something waits: that must never be.
WATCH = """
window.lies = 0;
window.kept = [];
const put = Storage.prototype.setItem;
Storage.prototype.setItem = function (name, text) {
  if (name.startsWith("tap:")) window.kept.push(JSON.parse(text));
  return put.call(this, name, text);
};
setInterval(() => {
  const sign = document.querySelector(".board__head [data-save-state]");
  const saved = sign && !sign.hidden && sign.dataset.saveState === "saved";
  if (saved && Object.keys(localStorage).some((name) => name.startsWith("tap:"))) window.lies += 1;
}, 5);
"""

SHOWN = """[...document.querySelectorAll("section[data-view]:not([hidden]) .cell:not(:disabled)")]
  .filter((cell) => cell.checkVisibility())
  .map((cell) => [cell.dataset.says, cell.getAttribute("aria-pressed") === "true"])"""


class Board:
    def __init__(self, page: Page, assessment: int, *, watch: bool = True):
        self.page, self.assessment = page, assessment
        self.said: list[tuple[str, str]] = []
        self._last = ""
        if watch:
            page.add_init_script(WATCH)

    def open(self, view: str = "") -> "Board":
        self.page.goto(f"/assessments/{self.assessment}/board" + (f"?view={view}" if view else ""))
        self.page.wait_for_selector("#board[data-ready]", state="attached")
        return self

    def go(self, view: str) -> None:
        self.page.locator(f"[data-go={view}]").click()

    def cell(self, name: str) -> Locator:
        """By what is written on it and its row: "L mild: Heel lifts"."""
        return self.page.locator(f'section[data-view]:not([hidden]) .cell[aria-label^="{name}"]')

    def tap(self, name: str) -> None:
        """Tap a cell, and remember what that said."""
        cell = self.cell(name)
        self._remember(str(cell.get_attribute("data-says")), cell.get_attribute("aria-pressed") == "true")
        cell.click()

    def tap_any(self, chance: random.Random) -> None:
        """Tap some cell that is shown, but not the last one again: that would be a nervous double tap."""
        cells = self.page.evaluate(SHOWN)
        self._last, lit = chance.choice([one for one in cells if one[0] != self._last])
        self._remember(self._last, lit)
        self.page.locator(f'section[data-view]:not([hidden]) .cell[data-says="{self._last}"]').click()

    def _remember(self, says: str, lit: bool) -> None:
        for one in says.split():
            field, _, value = one.partition("=")
            self.said.append((field, "" if lit else value))

    def words(self, row: str) -> str:
        return self.page.locator(f"section[data-view]:not([hidden]) [data-row={row}] [data-words]").inner_text()

    @property
    def sign(self) -> Locator:
        return self.page.locator(".board__head [data-save-state]")

    @property
    def next(self) -> Locator:
        return self.page.locator("[data-next]")

    @property
    def undo(self) -> Locator:
        return self.page.locator("[data-take-back]")

    def saved(self, seconds: float = 60) -> None:
        expect(self.sign).to_have_attribute("data-save-state", "saved", timeout=seconds * 1000)
        assert self.waiting() == 0

    def waiting(self) -> int:
        return int(self.page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('tap:')).length"))

    def kept(self) -> list[tuple[str, str]]:
        """What this page put into the queue. With somebody else at work, a cell may light up under the finger."""
        return [(one["field"].partition("/")[2], one["value"]) for one in self.page.evaluate("window.kept")]

    def never_lied(self) -> None:
        assert self.page.evaluate("window.lies") == 0, "the sign said saved while a tap waited"

    def lit(self) -> set[str]:
        """Names of the lit cells of all views."""
        names = "(cells) => cells.map((cell) => cell.getAttribute('aria-label'))"
        return set(self.page.eval_on_selector_all(".cell[data-says][aria-pressed=true]", names))


def end_sign_ins(server: Server, person: str = "coach") -> None:
    """Sign this person out of every device, as "sign out everywhere" does."""
    with server.look():
        user: User = getattr(Cast(), person)
        with write():
            sign_ins.sign_out_everywhere(user, by=user)


def log(assessment: int) -> list[Tap]:
    """The taps of an assessment in the server's order (inside `server.look()`)."""
    rows = select(Tap).join(Recording, Recording.id == Tap.recording_id).where(Recording.assessment_id == assessment)
    return list(db.session.scalars(rows.order_by(Tap.id)))


def answers(assessment: int) -> dict[str, Stated]:
    rows = select(Answer).join(Recording, Recording.id == Answer.recording_id)
    found = db.session.scalars(rows.where(Recording.assessment_id == assessment))
    return {one.field: Stated(one.value, tuple(filter(None, one.views.split(",")))) for one in found}


def replayed(taps: list[Tap]) -> dict[str, Stated]:
    state: dict[str, Stated] = {}
    for tap in taps:
        if tap.outcome == "applied":
            before: Any = state.get(tap.field, UNSTATED)
            state[tap.field] = Stated(tap.value, views_after(before, tap.value, tap.view))
    return state


def tap_about(board: Board, chance: random.Random, taps: int, *, pause: int = 30) -> None:
    """Tap any cells of any view at an uneven pace."""
    board.page.bring_to_front()
    for number in range(taps):
        if number % 12 == 11:
            board.go(chance.choice(VIEWS))
        board.tap_any(chance)
        board.page.wait_for_timeout(chance.choice([0, pause, 3 * pause]))


def arrived(server: Server, squat: int, person: str = "coach") -> list[tuple[str, str]]:
    """What this person's taps said, in the server's order; every key must be there once."""
    with server.look():
        user = getattr(Cast(), person).id
        taps = log(squat)
        assert max(Counter(tap.key for tap in taps).values(), default=1) == 1
        assert answers(squat) == replayed(taps)
        return [(tap.field, tap.value) for tap in taps if tap.user_id == user]


def report(name: str, said: int, stored: int, proxy: ChaosProxy | None = None) -> None:
    """A line for the bench: PLUMBLINE_CHAOS names a file that collects them."""
    if file := os.environ.get("PLUMBLINE_CHAOS"):
        faults = dict(proxy.faults) if proxy else {}
        row = {"test": name, "taps": said, "stored": stored, "batches": proxy.batches if proxy else 0, "faults": faults}
        with Path(file).open("a") as lines:
            lines.write(json.dumps(row) + "\n")
