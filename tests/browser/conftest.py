"""A real browser against the real server: every test here gets pages that are already signed in.

`page` is the coach on the tablet lying; `portrait` and `phone` are the same coach on other screens; `sign_in(person)`
opens further browsers. A script error or a breach of our content policy on any page fails the test.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from fcntl import LOCK_EX, flock
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize

from studio.operations import demo

from ..builders import a_client, an_assessment
from ..people import Cast
from .board import Board
from .chaos_proxy import ChaosProxy
from .server import Server

TABLET: ViewportSize = {"width": 1180, "height": 820}
PORTRAIT: ViewportSize = {"width": 820, "height": 1180}
PHONE: ViewportSize = {"width": 390, "height": 844}
# The shell without a face shows the same pages in half the time.
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# What the browser and htmx say when a request gets no answer.
NETWORK = ("Failed to load resource", "Failed to fetch", "htmx:error: The user aborted")
HERE = Path(__file__).parent

SignIn = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    return browser_type_launch_args | {"executable_path": found, "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The studio of tests/people.py behind a real server; shared, so a test makes its own clients."""
    running = Server(tmp_path_factory.mktemp("studio"))
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def new_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server on an empty database."""
    running = Server(tmp_path_factory.mktemp("new"), fill=lambda: None)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a demo studio, filled once for all workers; to copy from."""
    own = tmp_path_factory.getbasetemp()
    common = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with (common / "demo.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not (common / "demo.done").exists():
            (common / "demo").mkdir()
            Server(common / "demo", fill=demo.fill)
            (common / "demo.done").touch()
    return common / "demo"


@pytest.fixture(scope="module")
def demo_house(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of the demo studio, for the tests of one file."""
    folder = shutil.copytree(demo_data, tmp_path_factory.mktemp("demo") / "data")
    running = Server(folder, fill=lambda: None)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def sign_in(server: Server, browser: Browser) -> Iterator[SignIn]:
    """`sign_in("owner", PORTRAIT)` is a page in a browser of its own, signed in as that member of the cast.

    `through` is the address to come by instead of the server's own, for instance that of a proxy; `at` is another
    server than the shared one.
    """
    opened: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(
        person: str = "coach",
        size: ViewportSize = TABLET,
        through: str = "",
        at: Server | None = None,
        **options: Any,
    ) -> Page:
        house = at or server
        context = browser.new_context(
            base_url=through or house.url, viewport=size, has_touch=True, locale="en-GB", **options
        )
        opened.append(context)
        with house.look():
            cookie = house.cookie(getattr(Cast(), person))
        context.add_cookies([cookie])  # type: ignore[list-item]
        context.on("page", lambda page: listen(page, complaints))
        return context.new_page()

    yield open_page
    for context in opened:
        context.close()
    assert not complaints, complaints


@pytest.fixture
def page(sign_in: SignIn) -> Page:
    return sign_in()


@pytest.fixture
def portrait(sign_in: SignIn) -> Page:
    return sign_in(size=PORTRAIT)


@pytest.fixture
def phone(sign_in: SignIn) -> Page:
    return sign_in(size=PHONE, is_mobile=True)


def listen(page: Page, complaints: list[str]) -> None:
    """Collect script errors and breaches of our policy; a request that fails is the test's own business."""

    def note(message: ConsoleMessage) -> None:
        if message.type == "error" and not any(words in message.text for words in NETWORK):
            complaints.append(f"{page.url}: {message.text}")

    page.on("console", note)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))


@pytest.fixture
def squat(server: Server) -> int:
    with server.look():
        return an_assessment(a_client("Oluwaseun Adébáyò-Whitcombe")).id


@pytest.fixture
def proxy(server: Server) -> Iterator[ChaosProxy]:
    """A fifth of the batches meet a fault, each kind in its turn."""
    running = ChaosProxy(server.port)
    yield running
    running.close()


@pytest.fixture
def dead(server: Server) -> Iterator[ChaosProxy]:
    """No tap comes through until `calm()`; pages do."""
    running = ChaosProxy(server.port, share=1, only=("dropped before",))
    yield running
    running.close()


@pytest.fixture
def brisk(server: Server) -> Iterator[ChaosProxy]:
    """Faults that are over quickly."""
    running = ChaosProxy(server.port, only=("dropped before", "dropped after", "doubled", "portal"))
    yield running
    running.close()


@pytest.fixture
def board(page: Page, squat: int) -> Board:
    return Board(page, squat).open()
