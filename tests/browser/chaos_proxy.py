"""Bad Wi-Fi between a tablet and the studio: a proxy that ill-treats taps on purpose and keeps count.

Every other request goes through untouched, so that what fails is what the test means to fail.
"""

import random
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from itertools import cycle

PORTAL = b"<!doctype html><title>Cafe Wi-Fi</title><p>Please accept our terms"
STALL = 9.0  # longer than the tablet waits


class ChaosProxy:
    """`share` of the batches meet a fault, the kinds in turn; `faults` counts them. `calm` turns the weather."""

    KINDS = ("dropped before", "dropped after", "stalled", "doubled", "reordered", "portal")

    def __init__(self, upstream: int, *, share: float = 0.2, seed: int = 1, only: tuple[str, ...] = KINDS):
        self.upstream, self.share = upstream, share
        self.faults: Counter[str] = Counter()
        self.batches = 0
        self._random = random.Random(seed)
        self._kinds = cycle(only)
        self._late: list[threading.Thread] = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def calm(self) -> None:
        """Good Wi-Fi from here on; what was held back arrives now."""
        self.share = 0
        for thread in self._late:
            thread.join()

    def close(self) -> None:
        self._socket.close()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._handle, args=(client,), daemon=True).start()

    def _handle(self, client: socket.socket) -> None:
        with client:
            try:
                request = _read(client)
                if request:
                    self._answer(client, request)
            except OSError:
                pass  # either side hung up: that is what bad Wi-Fi does

    def _answer(self, client: socket.socket, request: bytes) -> None:
        line = request.split(b"\r\n", 1)[0]
        taps = line.startswith(b"POST ") and line.split()[1].endswith(b"/taps")
        self.batches += taps
        if not taps or self._random.random() >= self.share:
            client.sendall(self._forward(request))
            return
        kind = next(self._kinds)
        self.faults[kind] += 1
        faults: dict[str, Callable[[socket.socket, bytes], None]] = {
            "dropped before": lambda _client, _request: None,
            "dropped after": lambda _client, request: _ignore(self._forward(request)),
            "stalled": self._stall,
            "doubled": self._double,
            "reordered": self._reorder,
            "portal": _portal,
        }
        faults[kind](client, request)

    def _stall(self, _client: socket.socket, request: bytes) -> None:
        time.sleep(STALL if self.share else 0)
        self._forward(request)

    def _double(self, client: socket.socket, request: bytes) -> None:
        client.sendall(self._forward(request))
        self._forward(request)

    def _reorder(self, _client: socket.socket, request: bytes) -> None:
        """The tablet hears nothing and sends again; this copy arrives after the later ones."""
        late = threading.Thread(target=lambda: (time.sleep(1.5), self._forward(request)), daemon=True)
        self._late.append(late)
        late.start()

    def _forward(self, request: bytes) -> bytes:
        try:
            with socket.create_connection(("127.0.0.1", self.upstream), timeout=15) as server:
                server.sendall(request)
                parts = []
                while part := server.recv(65536):
                    parts.append(part)
                return b"".join(parts)
        except ConnectionError:
            return b""


def _read(client: socket.socket) -> bytes:
    """One request, told to close afterwards: every tap comes over a connection of its own."""
    client.settimeout(20)
    data = b""
    while b"\r\n\r\n" not in data:
        part = client.recv(65536)
        if not part:
            return b""
        data += part
    head, body = data.split(b"\r\n\r\n", 1)
    lines = head.split(b"\r\n")
    length = next((int(line.split(b":")[1]) for line in lines if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += client.recv(65536)
    kept = [line for line in lines if not line.lower().startswith(b"connection:")]
    return b"\r\n".join([*kept, b"Connection: close"]) + b"\r\n\r\n" + body


def _portal(client: socket.socket, _request: bytes) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(PORTAL)}\r\nConnection: close\r\n\r\n"
    client.sendall(head.encode() + PORTAL)


def _ignore(_answer: bytes) -> None:
    """The answer was lost on its way."""
