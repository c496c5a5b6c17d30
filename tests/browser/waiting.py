"""When a page has come to rest, without waiting to see whether it stays there."""

import time

from playwright.sync_api import Page, Request

A_TURN = "() => new Promise((done) => setTimeout(done, 10))"


class Settled:
    """Made before a page is opened; `settled()` waits until its scripts have had a turn and all answers are there."""

    def __init__(self, page: Page):
        self.page = page
        self._under_way: set[Request] = set()
        page.on("request", lambda request: self._under_way.add(request))
        page.on("requestfinished", lambda request: self._under_way.discard(request))
        page.on("requestfailed", lambda request: self._under_way.discard(request))

    def __call__(self) -> None:
        rests = 0
        while rests < 3:
            self.page.evaluate(A_TURN)
            rests = 0 if self._under_way else rests + 1


def until(page: Page, true: str) -> None:
    """Wait until an expression is true. Playwright's own wait would ask again by `eval`, which our policy forbids."""
    deadline = time.monotonic() + 15
    while not page.evaluate(true):
        assert time.monotonic() < deadline, f"not within 15 seconds: {true}"
        page.wait_for_timeout(50)
