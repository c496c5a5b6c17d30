"""A real server to measure: gunicorn as in use, and the processor time of its workers."""

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Server:
    """A running gunicorn and one keep-alive connection to it."""

    process: subprocess.Popen[bytes]
    port: int
    connection: http.client.HTTPConnection

    @classmethod
    def start(cls, application: str, environ: dict[str, str], config: str) -> "Server":
        port = free_port()
        command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--config", config, application]
        process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environ})
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return cls(process, port, http.client.HTTPConnection("127.0.0.1", port, timeout=30))
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"{application} did not start")

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> bytes:
        """One request over the kept connection; anything but success is an error of the bench."""
        self.connection.request(method, path, body, headers or {})
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{method} {path} answered {answer.status}: {content[:300]!r}")
        return content

    def processor_seconds(self) -> float:
        """Time that the workers have run so far (Linux; in steps of 10 ms, so a round takes many requests)."""
        ticks = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            fields = stat.read_text().rsplit(")", 1)[1].split()
            if int(fields[1]) == self.process.pid:
                ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        self.connection.close()
        self.process.terminate()
        self.process.wait(20)
