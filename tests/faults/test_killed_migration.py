"""A machine that is switched off during an upgrade finds the old database or the new one, never half of each."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.faults
STUDIO = Path(sys.executable).parent / "studio"
KILLS = 8


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


def test_a_killed_upgrade_is_all_or_nothing(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    whole.mkdir()
    started = time.monotonic()
    upgrade = start_upgrade(whole)
    _, said = upgrade.communicate()
    assert upgrade.returncode == 0, said
    took = time.monotonic() - started
    new = tables(whole)
    chance = random.Random(7)
    for number in range(KILLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        upgrade = start_upgrade(folder)
        time.sleep(took * chance.uniform(0.6, 1.0))
        upgrade.send_signal(signal.SIGKILL)
        upgrade.communicate()
        assert tables(folder) in (set(), new)
        again = start_upgrade(folder)
        _, said = again.communicate()
        assert again.returncode == 0, said
        assert tables(folder) == new
