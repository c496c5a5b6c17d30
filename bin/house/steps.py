"""What a machine needs before anything runs: an environment, the packages, the browser files. Standard library only.

Each step leaves a stamp made of what it depends on, so that a second start only compares stamps.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
STAMPS = VENV / "stamps"
DEV_LOCK = "requirements-dev.txt"


def give_up(message: str) -> NoReturn:
    """End with one clear line that says what to do."""
    sys.exit(f"plumbline: {message}")


def say(what: str, started: float | None = None) -> None:
    """One line a step, with its time where it took some."""
    print(what if started is None else f"{what} ({time.monotonic() - started:.1f} s)", flush=True)


def set_up(*, dev: bool = False) -> None:
    """Make the environment, install what the lock files say, fetch and copy the browser files."""
    environment()
    packages(DEV_LOCK if dev else "requirements.txt")
    program()
    browser_files()


def environment() -> None:
    if PYTHON.exists() and (STAMPS / "environment").exists():
        return
    started = time.monotonic()
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            give_up(f"this Python lacks its {module} module. On Debian or Ubuntu: apt install python3-venv")
    try:
        subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        give_up(f"could not make {VENV}: {last_line(error.stdout + error.stderr)}")
    STAMPS.mkdir()
    (STAMPS / "environment").touch()
    say("environment made in .venv", started)


def packages(lock: str) -> None:
    """Install a lock file; the development lock holds the runtime one, so its stamp serves both."""
    wanted = fingerprint(lock)
    if stamped(lock, wanted) or (lock == "requirements.txt" and stamped(DEV_LOCK, fingerprint(DEV_LOCK))):
        return
    started = time.monotonic()
    pip(["--require-hashes", "-r", lock], f"the packages of {lock}")
    stamp(lock, wanted)
    say(f"packages of {lock} installed", started)


def program() -> None:
    """Put the `studio` command into the environment."""
    wanted = fingerprint("pyproject.toml")
    if stamped("program", wanted):
        return
    pip(["--no-deps", "--no-build-isolation", "--editable", "."], "the studio command")
    stamp("program", wanted)


def browser_files() -> None:
    """htmx, fonts and icons from npm; Node from the PATH, or else from its Python package. Fetched once a lock file."""
    fetched = fingerprint("package-lock.json", "package.json")
    wanted = fingerprint("package-lock.json", "package.json", "bin/vendor.mjs", "bin/icons.txt")
    if stamped("browser-files", wanted) and (ROOT / "studio/static/vendor/htmx.min.js").exists():
        return
    started = time.monotonic()
    environ = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    if not node_serves():
        packages("requirements-node.txt")
    commands = [["node", "bin/vendor.mjs"]]
    if not (stamped("npm", fetched) and (ROOT / "node_modules/htmx.org").exists()):
        commands.insert(0, ["npm", "ci", "--no-progress"])
    # Node on the PATH comes first only where it serves; the package's own lies in .venv/bin.
    for command in commands:
        done = subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True)
        if done.returncode:
            give_up(f"`{' '.join(command)}` failed: {last_line(done.stdout + done.stderr)}. Is the network there?")
    stamp("npm", fetched)
    stamp("browser-files", wanted)
    say("browser files fetched and copied", started)


def node_serves() -> bool:
    """Is there a Node with npm that is new enough (20)?"""
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    answer = subprocess.run(["node", "--version"], capture_output=True, text=True)
    return answer.returncode == 0 and int(answer.stdout.lstrip("v").split(".")[0] or 0) >= 20


def pip(arguments: list[str], what: str) -> None:
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        give_up(f"could not install {what}: {last_line(done.stderr)}. Is the network there?")


def fingerprint(*names: str) -> str:
    whole = hashlib.sha256(sys.version.encode())
    for name in names:
        whole.update((ROOT / name).read_bytes())
    return whole.hexdigest()


def stamped(name: str, wanted: str) -> bool:
    file = STAMPS / name
    return file.exists() and file.read_text() == wanted


def stamp(name: str, wanted: str) -> None:
    (STAMPS / name).write_text(wanted)


def last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("WARNING")]
    return lines[-1].strip() if lines else "no reason given"
