"""A machine that is switched off during an upgrade finds the old database or the new one, never half of each."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.faults
STUDIO = Path(sys.executable).parent / "studio"
MOMENTS = (0.0, 0.3, 0.6, 0.9)
"""When the power goes, in parts of the time from the first sight of the database to the end."""


def start_upgrade(folder: Path) -> subprocess.Popen[bytes]:
    environ = {**os.environ, "PLUMBLINE_DATA": str(folder), "PLUMBLINE_SECRET_KEY": "a key for tests only"}
    return subprocess.Popen(
        [STUDIO, "db", "upgrade"], env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=STUDIO.parents[2]
    )


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


def test_a_killed_upgrade_is_all_or_nothing(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    upgrade = start_upgrade(whole)
    started = begun(whole)
    _, said = upgrade.communicate()
    took = time.monotonic() - started
    assert upgrade.returncode == 0, said
    new = tables(whole)
    for moment in MOMENTS:
        folder = tmp_path / str(moment)
        folder.mkdir()
        upgrade = start_upgrade(folder)
        begun(folder)
        time.sleep(took * moment)
        upgrade.send_signal(signal.SIGKILL)
        upgrade.communicate()
        assert tables(folder) in (set(), new)
        again = start_upgrade(folder)
        _, said = again.communicate()
        assert again.returncode == 0, said
        assert tables(folder) == new
