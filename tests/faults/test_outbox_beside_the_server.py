"""`bin/run` keeps an outbox beside the server: mails go by themselves, whatever falls, and no longer than it runs."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ..browser.server import SECRET, Server
from ..mailbox import Mailbox, mail_server
from ..mails import a_mail

pytestmark = pytest.mark.faults
ROOT = Path(__file__).parents[2]
SERVE = "import sys, os; sys.path.insert(0, 'bin/house'); import run; run.keep_beside(dict(os.environ)); os.execv(*{})"


def test_mails_go_beside_the_server_and_no_longer_than_it(tmp_path: Path) -> None:
    studio = Server(tmp_path)
    with mail_server() as box:
        sleep = ("/bin/sleep", ["sleep", "600"])
        command = [sys.executable, "-c", SERVE.format(sleep)]
        server = subprocess.Popen(command, cwd=ROOT, env=environment(tmp_path, box))
        try:
            queue(studio)
            wait_until(lambda: len(box.mails) == 1)
            os.kill(processes(tmp_path, "outbox")[0], signal.SIGKILL)
            queue(studio)
            wait_until(lambda: len(box.mails) == 2)  # another one has taken its place
            box.silent, before = 2, box.greeted
            queue(studio)
            wait_until(lambda: box.greeted > before)
        finally:
            server.kill()
            server.wait(20)
        wait_until(lambda: not processes(tmp_path, "outbox"))
        assert len(box.mails) == 3, "the mail in hand is finished first"


def queue(studio: Server) -> None:
    with studio.look():
        a_mail()


def environment(folder: Path, box: Mailbox) -> dict[str, str]:
    return environment_without_mail(folder) | {
        "PLUMBLINE_SMTP_URL": f"smtp://127.0.0.1:{box.port}",
        "PLUMBLINE_MAIL_FROM": "mail@studio.example",
    }


def environment_without_mail(folder: Path) -> dict[str, str]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PLUMBLINE_")}
    return environ | {"PLUMBLINE_DATA": str(folder), "PLUMBLINE_SECRET_KEY": SECRET}


def wait_until(so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not so():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def processes(folder: Path, command: str) -> list[int]:
    """The processes of a command that goes on beside the server of this studio."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words, environ = ((process / name).read_bytes() for name in ("cmdline", "environ"))
        except OSError:
            continue
        if f"{command}\0--loop".encode() in words and f"PLUMBLINE_DATA={folder}\0".encode() in environ:
            found.append(int(process.name))
    return found
