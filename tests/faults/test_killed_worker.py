"""The worker beside the server: killed in the middle of its work it is started anew, and the work comes to its end."""

import os
import signal
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from studio.extensions import db
from studio.models.database import write
from studio.models.jobs import Job, State
from studio.operations import clients
from studio.operations.take_away import shelf

from ..browser.server import Server
from ..people import Cast
from .test_outbox_beside_the_server import SERVE, environment_without_mail, processes, wait_until

pytestmark = pytest.mark.faults
ROOT = Path(__file__).parents[2]
MANY = 3000


def test_what_a_killed_worker_had_in_hand_comes_to_its_end(tmp_path: Path) -> None:
    studio = Server(tmp_path)
    with studio.look(), write():
        clients.create_many([{"name": f"Person {n:04}"} for n in range(MANY)], by=Cast().owner)
        number = shelf.ask(by=Cast().owner).id
    command = [sys.executable, "-c", SERVE.format(("/bin/sleep", ["sleep", "600"]))]
    server = subprocess.Popen(command, cwd=ROOT, env=environment_without_mail(tmp_path))
    try:
        wait_until(lambda: any((tmp_path / "take-away").glob("*.part")))
        os.kill(processes(tmp_path, "work")[0], signal.SIGKILL)
        wait_until(lambda: asked(tmp_path, f"SELECT count(*) FROM jobs WHERE id = {number} AND state = 'done'") == 1)
    finally:
        server.kill()
        server.wait(20)
    with studio.look():
        job = db.session.get_one(Job, number)
        file = shelf.file_of(job)
        assert (job.state, job.tries) == (State.done, 2)
        assert file is not None
        with zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None
            assert archive.read("index.html").count(b"/index.html") == MANY
        assert [one.name for one in shelf.folder().iterdir()] == [file.name]
    wait_until(lambda: not processes(tmp_path, "work"))


def asked(folder: Path, question: str) -> int:
    connection = sqlite3.connect(folder / "studio.sqlite", timeout=10)
    try:
        return int(connection.execute(question).fetchone()[0])
    finally:
        connection.close()
