"""Serve the studio with the production server; on a fresh machine, set everything up first."""

import argparse
import os
import secrets
import socket
import subprocess
import sys
import time
from pathlib import Path

from steps import BIN, PYTHON, ROOT, give_up, last_line, say, set_up

BESIDE = (("outbox", "--loop"), ("work", "--loop"))


def main() -> None:
    wishes = arguments()
    started = time.monotonic()
    data = data_folder(wishes)
    environ = {**os.environ, "PLUMBLINE_DATA": str(data)}
    port_is_free(wishes.host, wishes.port)
    set_up()
    keep_secret(data)
    studio(environ, "db", "upgrade")
    if wishes.demo:
        studio(environ, "demo", *(["--fresh"] if wishes.fresh else []), show=True)
    say(f"Plumbline is ready on http://{wishes.host}:{wishes.port} (Ctrl-C stops it)", started)
    os.chdir(ROOT)
    keep_beside(environ)
    os.execve(
        BIN / "gunicorn",
        ["gunicorn", "--bind", f"{wishes.host}:{wishes.port}", "--config", "gunicorn.conf.py", "wsgi:app"],
        environ,
    )


def keep_beside(environ: dict[str, str]) -> None:
    """Beside the server, in processes of their own that end with it: keep the outbox and the worker going."""
    server = os.getpid()  # this process, which becomes the server
    for words in BESIDE:
        if not os.fork():
            keep(server, words, environ)


def keep(server: int, words: tuple[str, ...], environ: dict[str, str]) -> None:
    """Start the command anew whenever it falls, as long as the server lives."""
    try:
        while os.getppid() == server:
            command = subprocess.Popen([PYTHON, BIN / "studio", *words], cwd=ROOT, env=environ)
            while os.getppid() == server and command.poll() is None:
                time.sleep(1)
            command.terminate()  # which finishes the mail in hand, and puts the job in hand back
            if command.wait() and os.getppid() == server:
                time.sleep(3)
    except KeyboardInterrupt:
        pass
    os._exit(0)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/run", description="Serve the studio.")
    parser.add_argument("--demo", action="store_true", help="serve a made-up studio, in a data folder of its own")
    parser.add_argument("--fresh", action="store_true", help="with --demo: make the made-up studio anew, as of today")
    parser.add_argument("--port", type=int, default=os.environ.get("PLUMBLINE_PORT", "8000"), help="default 8000")
    parser.add_argument("--host", default=os.environ.get("PLUMBLINE_HOST", "127.0.0.1"), help="default 127.0.0.1")
    parser.add_argument(
        "--data", default=os.environ.get("PLUMBLINE_DATA", str(ROOT / "instance")), help="default instance/"
    )
    wishes = parser.parse_args()
    if wishes.fresh and not wishes.demo:
        parser.error("--fresh goes with --demo: it throws the data away")
    if not 0 < wishes.port < 65536:
        parser.error("--port takes a number from 1 to 65535")
    return wishes


def data_folder(wishes: argparse.Namespace) -> Path:
    folder = Path(wishes.data).resolve() / ("demo" if wishes.demo else "")
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        give_up(f"cannot write to the data folder {folder}: {error.strerror}. Give another one: bin/run --data DIR")
    return folder


def port_is_free(host: str, port: int) -> None:
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror:
        give_up(f"{host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for the whole network")
    with socket.socket(family, kind) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            hint = f"Stop the other program or take another port: bin/run --port {port + 1}"
            give_up(f"cannot listen on {host}:{port}: {error.strerror}. {hint}")


def keep_secret(data: Path) -> None:
    """The key that signs sessions: made once, readable by this user only."""
    file = data / "secret-key"
    if not file.exists() and not os.environ.get("PLUMBLINE_SECRET_KEY"):
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as key:
            key.write(secrets.token_urlsafe(48))


def studio(environ: dict[str, str], *words: str, show: bool = False) -> None:
    done = subprocess.run([PYTHON, BIN / "studio", *words], cwd=ROOT, env=environ, capture_output=True, text=True)
    if done.returncode:
        give_up(f"`studio {' '.join(words)}` failed: {last_line(done.stderr)}")
    if show:
        print(done.stdout, end="")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
