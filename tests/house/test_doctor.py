"""`studio doctor` says what is wrong before anybody has to guess."""

import os
import subprocess
import sys
from contextvars import Context
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from studio.clock import utcnow
from studio.commands.doctor import command
from studio.extensions import db
from studio.models.database import write
from studio.models.papers import Paper
from studio.operations.papers import keep

from ..builders import a_client
from ..limits import a_clearance, a_letter
from ..mailbox import mail_server
from ..people import Cast
from ..pictures import a_photo, agreed, stored, withdraw

STUDIO = Path(sys.executable).parent / "studio"


def environment(folder: Path) -> dict[str, str]:
    return {"PLUMBLINE_DATA": str(folder), "PLUMBLINE_SECRET_KEY": "a key for tests only"}


def doctor(folder: Path) -> Result:
    """The command in this process, which is quicker than one of its own."""
    return Context().run(CliRunner().invoke, command, env=environment(folder))


@pytest.mark.sweep
def test_a_sound_studio_is_well(data: Path) -> None:
    environ = {**os.environ, **environment(data)}
    done = subprocess.run([STUDIO, "doctor"], capture_output=True, text=True, env=environ, timeout=60)
    assert done.returncode == 0, done.stdout
    assert "FAIL" not in done.stdout


def test_a_database_of_another_version_is_found(tmp_path: Path) -> None:
    done = doctor(tmp_path)
    assert done.exit_code == 1
    assert "FAIL  migrated" in done.stdout
    assert "studio db upgrade" in done.stdout


def test_a_missing_data_folder_is_told_without_a_traceback(tmp_path: Path) -> None:
    done = doctor(tmp_path / "nowhere")
    assert done.exit_code == 1
    assert "FAIL  folder: there is no" in done.stdout
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_a_key_that_others_may_read_is_found(data: Path) -> None:
    key = data / "secret-key"
    key.write_text("secret")
    key.chmod(0o644)
    done = doctor(data)
    assert done.exit_code == 1
    assert "chmod 600" in done.stdout


def test_a_paper_that_changed_on_the_disk_is_found(people: Cast, data: Path) -> None:
    digest = keep(b"%PDF as it was printed")
    with write() as session:
        session.add(
            Paper(
                kind="home sheet", client_id=a_client().id, file_name="sheet.pdf", sha256=digest, size=22,
                created_at=utcnow(), created_by_id=people.coach.id,
            )
        )  # fmt: skip
    next(data.glob("papers/*/*.pdf")).write_bytes(b"something else")
    done = doctor(data)
    assert done.exit_code == 1
    assert "sheet.pdf" in done.stdout


def test_a_damaged_database_is_found(data: Path) -> None:
    a_client()
    db.session.remove()
    db.engine.dispose()  # the last connection folds the log into the file
    file = data / "studio.sqlite"
    content = bytearray(file.read_bytes())
    for page in range(3, len(content) // 4096):
        content[page * 4096 : page * 4096 + 16] = b"\xff" * 16
    for name in ("studio.sqlite", "studio.sqlite-wal", "studio.sqlite-shm"):
        (data / name).unlink(missing_ok=True)
    file.write_bytes(content)
    assert doctor(data).exit_code == 1


def test_rows_that_refer_to_nothing_are_found(data: Path) -> None:
    a_client()
    with db.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("UPDATE clients SET coach_id = 999")
        raw.execute("PRAGMA foreign_keys=ON")
    done = doctor(data)
    assert done.exit_code == 1
    assert "rows of clients refer to nothing" in done.stdout


def test_a_letter_that_changed_on_the_disk_is_found(data: Path) -> None:
    a_clearance(a_client(), file=a_letter("Letter of Dr Adeyemi.pdf"))
    assert doctor(data).exit_code == 0
    next(data.glob("uploads/*/*")).write_bytes(b"something else")
    done = doctor(data)
    assert done.exit_code == 1
    assert "Letter of Dr Adeyemi.pdf" in done.stdout


def test_a_photo_that_a_backup_brought_back_after_it_was_erased_is_found(data: Path, people: Cast) -> None:
    client = agreed("photos")
    whole = a_photo(client, "act_clam").whole
    assert "ok    uploads" in doctor(data).stdout
    kept = {file: file.read_bytes() for file in stored(data)}
    withdraw(client)
    file = next(file for file in kept if file.name == whole)
    file.write_bytes(kept[file])
    done = doctor(data)
    assert done.exit_code == 1
    assert (
        f"FAIL  uploads: 1 files belong to no record, the first is uploads/{file.name[:2]}/{file.name}" in done.stdout
    )


def test_a_mail_server_that_lets_nobody_in_is_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "ok    mail: not set up" in doctor(data).stdout
    monkeypatch.setenv("PLUMBLINE_MAIL_FROM", "mail@studio.example")
    with mail_server() as box:
        monkeypatch.setenv("PLUMBLINE_SMTP_URL", f"smtp://127.0.0.1:{box.port}")
        assert "ok    mail: 127.0.0.1 takes mails from mail@studio.example" in doctor(data).stdout
    done = doctor(data)
    assert "FAIL  mail: The mail server cannot be reached" in done.stdout
    assert done.exit_code == 1
