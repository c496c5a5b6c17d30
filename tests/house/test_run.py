"""What the newcomer's command says when the machine is not ready: one clear line each."""

import os
import socket
import subprocess
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / "bin/run", *words], capture_output=True, text=True, env={**os.environ, **environ}, timeout=60
    )


def the_line(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


def test_a_busy_port_is_named_with_a_free_one(tmp_path: Path) -> None:
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        line = the_line(run("--port", str(port), "--data", str(tmp_path)))
    assert f"127.0.0.1:{port}" in line
    assert f"bin/run --port {port + 1}" in line


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    line = the_line(run("--data", str(tmp_path / "file" / "inside")))
    assert "cannot write to the data folder" in line
    assert "bin/run --data DIR" in line


def test_an_old_python_is_refused_with_what_to_install(tmp_path: Path) -> None:
    old = tmp_path / "python"
    old.write_text("#!/bin/sh\nexit 1\n")  # what an old Python answers to the question for its version
    old.chmod(0o755)
    line = the_line(run(PLUMBLINE_PYTHON=str(old)))
    assert "Python 3.11 or newer" in line


def test_a_python_without_venv_is_told_apart(tmp_path: Path) -> None:
    bare = tmp_path / "sitecustomize.py"
    bare.write_text("import importlib.util as u\nu.find_spec = lambda name, *a: None\n")
    script = f"import sys; sys.path[:0] = [{str(ROOT / 'bin/house')!r}]; import steps; from pathlib import Path\n"
    script += f"steps.PYTHON = Path({str(tmp_path / 'none')!r}); steps.environment()"
    done = subprocess.run(
        [ROOT / "bin/python", "-c", script],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert "apt install python3-venv" in the_line(done)


def test_an_unknown_host_is_named(tmp_path: Path) -> None:
    line = the_line(run("--host", "no.such.host.invalid", "--data", str(tmp_path)))
    assert "no.such.host.invalid" in line


def test_fresh_alone_does_not_throw_a_studio_away(tmp_path: Path) -> None:
    done = run("--fresh", "--data", str(tmp_path))
    assert done.returncode == 2
    assert "--demo" in done.stderr
