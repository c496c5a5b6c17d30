"""Every gate of the house, one line each; pytest's summary comes last. Ends non-zero if anything failed."""

import argparse
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from steps import BIN, PYTHON, ROOT, give_up, last_line, say, set_up

SHELL = "chromium-headless-shell"  # shows the same pages in half the time
CHROMIUM = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APT = ["apt-get", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10", "-o", "Acquire::https::Timeout=10"]
SLOW = ("browser", "postgres", "faults")
MEMORY = "/dev/shm"  # noqa: S108  (where there is one: what tests write is thrown away, so no disk need keep it)
ROOM = 4 * 1024**3
HTMX_CHECK = ["node", "node_modules/htmx.org/dist/scripts/upgrade-check.js", "studio/templates"]


def main() -> int:
    wishes = arguments()
    with ThreadPoolExecutor() as at_once:
        # Debian's mirror and the registries of packages are different houses: ask both at the same time.
        shell = None if wishes.fast else at_once.submit(debians_chromium)
        set_up(dev=True)
        if shell:
            chromium(shell.result())
        at_once.submit(prepare_tests)
        passed = [(name, at_once.submit(passes, name, command)) for name, command in gates()]
    failed = [name for name, gate in passed if not gate.result()]
    tests = run_tests(wishes)
    if failed:
        print(f"plumbline: these gates failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else tests


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/check", description="Run every gate.")
    parser.add_argument(
        "--fast", action="store_true", help="no browser, no PostgreSQL, no faults, no sweeps, fewer examples"
    )
    parser.add_argument("--screens", action="store_true", help="remake the pictures in docs/screens")
    return parser.parse_args()


def gates() -> list[tuple[str, list[str]]]:
    """Name and command of each gate, the quickest first."""
    tool = {name: str(BIN / name) for name in ("ruff", "mypy", "djlint", "lint-imports", "deptry")}
    return [
        ("ruff", [tool["ruff"], "check", "--quiet", "."]),
        ("format", [tool["ruff"], "format", "--check", "--quiet", "."]),
        ("layers", [tool["lint-imports"], "--no-cache"]),
        ("unused packages", [tool["deptry"], "studio"]),
        ("templates", [tool["djlint"], "--lint", "--quiet", "--profile", "jinja", "studio/templates"]),
        ("htmx 4", HTMX_CHECK),
        ("types", [tool["mypy"]]),
    ]


def passes(name: str, command: list[str]) -> bool:
    started = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment())
    say(f"{'ok  ' if done.returncode == 0 else 'FAIL'} {name}", started)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def prepare_tests() -> None:
    """Have the tests of a new clone compiled once, beside the gates; each worker would do it for itself."""
    if not any((ROOT / "tests").glob("__pycache__/*-pytest-*.pyc")):
        command = [PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--collect-only"]
        subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True)


def run_tests(wishes: argparse.Namespace) -> int:
    command = [PYTHON, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    environ = environment()
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        environ["TMPDIR"] = MEMORY
    if wishes.fast:
        command += ["-n", "auto", "--dist", "worksteal", "-p", "no:playwright", "-p", "no:pytest_cov"]
        command += ["-m", "not sweep", *(f"--ignore=tests/{name}" for name in SLOW)]
        environ["HYPOTHESIS_PROFILE"] = "fast"
    else:
        # One more than cores, for tests with a browser wait a third of their time; and in their order, else files of
        # few tests come last, which are the long ones that nobody can share.
        workers = str((os.cpu_count() or 1) + 1)
        command += ["-n", workers, "--dist", "loadfile", "--no-loadscope-reorder"]
    if wishes.screens:
        environ["PLUMBLINE_SCREENS"] = str(ROOT / "docs/screens")
    return subprocess.run(command, cwd=ROOT, env=environ).returncode


def environment() -> dict[str, str]:
    """Node of the environment's own package is found too; nothing of the caller's studio leaks into the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PLUMBLINE_", "PYTHONDONT"))}
    return {**kept, "PATH": f"{os.environ['PATH']}{os.pathsep}{BIN}"}


def debians_chromium() -> str | None:
    """Fetch Debian's headless shell where we may; say what went wrong, or None where it is not ours to ask."""
    if shutil.which(SHELL) or not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    started = time.monotonic()
    quiet = {"capture_output": True, "text": True, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run([*APT, "update"], **quiet)
    done = subprocess.run([*APT, "install", "--yes", "--no-install-recommends", SHELL], **quiet)
    if done.returncode == 0:
        say("Chromium installed", started)
        return None
    return last_line(done.stderr + done.stdout)


def chromium(trouble: str | None) -> None:
    """Any browser that is there will do; else Playwright's own download, unless Debian's should have come."""
    if any(shutil.which(name) for name in CHROMIUM):
        return
    if trouble is None:
        started = time.monotonic()
        done = subprocess.run([PYTHON, "-m", "playwright", "install", "chromium"], capture_output=True, text=True)
        if done.returncode == 0:
            say("Chromium installed", started)
            return
        trouble = last_line(done.stderr + done.stdout)
    give_up(f"no Chromium for the browser tests, and it could not be installed: {trouble}")


if __name__ == "__main__":
    sys.exit(main())
