"""The real server in a process of its own, as `bin/run` starts it, on a data folder that tests can look into."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade

from studio import create_app
from studio.extensions import db
from studio.models.database import write
from studio.models.users import User
from studio.operations import sign_ins

from ..conftest import settings_for
from ..people import move_in

ROOT = Path(__file__).parents[2]
SECRET = "a key for tests only"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """gunicorn on a free port with a migrated studio and its staff; `look()` opens the same database from the test."""

    def __init__(self, folder: Path, fill: Callable[[], object] = move_in):
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.app: Flask = create_app(settings_for(folder, secret_key=SECRET))
        self._process: subprocess.Popen[bytes] | None = None
        with self.look():
            upgrade()
            fill()

    @contextmanager
    def look(self) -> Iterator[None]:
        """A short look into the studio's database, or a change to it, from the test's own process."""
        with self.app.app_context():
            try:
                yield
            finally:
                db.session.remove()
                db.engine.dispose()

    def start(self) -> None:
        command = [sys.executable, "-m", "gunicorn", "wsgi:app", "--bind", f"127.0.0.1:{self.port}"]
        environ = {name: value for name, value in os.environ.items() if not name.startswith("PLUMBLINE_")}
        environ |= {"PLUMBLINE_DATA": str(self.folder), "PLUMBLINE_SECRET_KEY": SECRET}
        with (self.folder / "server.log").open("ab") as log:
            # A group of its own, so that `kill` takes master and workers at one stroke.
            self._process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=log, stderr=log, process_group=0)
        self._wait()

    def stop(self) -> None:
        """Stop as the operator would: what is under way is finished first."""
        if self._process:
            self._process.terminate()
            self._process.wait(20)

    def kill(self) -> None:
        """Master and workers at once, in the middle of whatever they do."""
        if self._process:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(20)

    def cookie(self, person: User) -> dict[str, str]:
        """A fresh sign-in of `person` as the cookie their browser would hold (inside `look()`)."""
        with write():
            _, token = sign_ins.start(person, device="test")
        signer = self.app.session_interface.get_signing_serializer(self.app)  # type: ignore[attr-defined]
        value = signer.dumps({"_user_id": token, "_fresh": True})
        return {"name": self.app.config["SESSION_COOKIE_NAME"], "value": value, "url": self.url}

    def _wait(self) -> None:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.url}/health", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.05)
        self.kill()
        raise AssertionError((self.folder / "server.log").read_text())
