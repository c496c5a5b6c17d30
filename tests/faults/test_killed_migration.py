"""A machine that is switched off during an upgrade finds the old database or the new one, never half of each."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

pytestmark = pytest.mark.faults
STUDIO = Path(sys.executable).parent / "studio"
ROOT = Path(__file__).parents[2]
MOMENTS = (0.0, 0.3, 0.6, 0.9)
"""When the power goes, in parts of the time from the first sight of the database to the end."""


# Starts upgrades of folders named on its input as children that have everything in memory already, which takes a fifth
# of the time; says of each its process, and how it ended.
WARM = """
import os, sys
from studio import create_app
from studio.cli import main
create_app()
print("warm", flush=True)
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        os.environ["PLUMBLINE_DATA"] = line.strip()
        sys.argv = ["studio", "db", "upgrade"]
        main()
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "PLUMBLINE_DATA": str(folder), "PLUMBLINE_SECRET_KEY": "a key for tests only"}


class Warm:
    """`upgrade(folder)` starts one and returns its process; `ended()` waits for it and returns its exit code."""

    def __init__(self, folder: Path):
        folder.mkdir()
        self.process = subprocess.Popen(
            [sys.executable, "-c", WARM],
            env=environment(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            text=True,
        )
        assert self._said() == "warm"

    def upgrade(self, folder: Path) -> int:
        assert self.process.stdin is not None
        print(folder, file=self.process.stdin, flush=True)
        return int(self._said())

    def ended(self) -> int:
        return int(self._said())

    def _said(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@pytest.fixture
def warm(tmp_path: Path) -> Iterator[Warm]:
    running = Warm(tmp_path / "warm")
    yield running
    running.process.kill()
    with running.process:
        pass


def tables(folder: Path) -> set[str]:
    connection = sqlite3.connect(folder / "studio.sqlite")
    try:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    finally:
        connection.close()


def begun(folder: Path) -> float:
    """Wait until the upgrade has opened its database, and return when that was."""
    while not (folder / "studio.sqlite").exists():
        time.sleep(0.005)
    return time.monotonic()


def test_a_killed_upgrade_is_all_or_nothing(tmp_path: Path, warm: Warm) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    done = subprocess.run([STUDIO, "db", "upgrade"], env=environment(whole), capture_output=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    new = tables(whole)
    assert "clients" in new
    warm.upgrade(timed := folder_in(tmp_path, "timed"))
    started = begun(timed)
    assert warm.ended() == 0
    took = time.monotonic() - started
    for moment in MOMENTS:
        folder = folder_in(tmp_path, str(moment))
        upgrade = warm.upgrade(folder)
        begun(folder)
        time.sleep(took * moment)
        with suppress(ProcessLookupError):  # it was quicker this time
            os.kill(upgrade, signal.SIGKILL)
        assert warm.ended() in (-signal.SIGKILL, 0)
        assert tables(folder) in (set(), new)
        warm.upgrade(folder)
        assert warm.ended() == 0
        assert tables(folder) == new


def folder_in(parent: Path, name: str) -> Path:
    folder = parent / name
    folder.mkdir()
    return folder
