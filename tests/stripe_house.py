"""Stripe as far as we use it: a real server on this machine that answers in the shapes of Stripe's public reference.

The kit of Stripe speaks to it as it does to the real one. Ids and texts are made up.
"""

import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

from studio.config import StripeAccount

KEY = "sk_test_a_key_for_tests_only"
SECRET = "whsec_a_secret_for_tests_only"


@dataclass
class StripeHouse:
    """What was asked of it, and the pages it made. `down` makes it answer with that status."""

    base: str
    sessions: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    once: dict[str, dict[str, Any]] = field(default_factory=dict)
    headers: list[dict[str, str]] = field(default_factory=list)
    down: int = 0

    @property
    def account(self) -> StripeAccount:
        return StripeAccount(KEY, SECRET, base=self.base)

    @property
    def newest(self) -> dict[str, Any]:
        return list(self.sessions.values())[-1]

    def answer(self, method: str, path: str, form: dict[str, str], headers: dict[str, str]) -> tuple[int, Any]:
        self.asked.append((method, path, form))
        self.headers.append(headers)
        if self.down:
            kind = {401: "invalid_request_error", 400: "invalid_request_error"}.get(self.down, "api_error")
            return self.down, {"error": {"type": kind, "code": "amount_too_small", "message": f"Said by {KEY[:9]}"}}
        parts = path.removeprefix("/v1/checkout/sessions").strip("/").split("/")
        if method == "POST" and parts == [""]:
            key = headers["idempotency-key"]
            self.once[key] = self.once.get(key) or self._made(form)
            return 200, self.once[key]
        session = self.sessions[parts[0]]
        if parts[1:] == ["expire"]:
            if session["status"] != "open":
                return 400, {"error": {"type": "invalid_request_error", "message": "Only open sessions can expire."}}
            session.update(status="expired", url=None)
        return 200, session

    def pay(self, session: dict[str, Any], *, slowly: bool = False) -> None:
        """Somebody filled the page in."""
        status = "unpaid" if slowly else "paid"
        session.update(status="complete", payment_status=status, payment_intent=f"pi_{session['id'][-6:]}", url=None)

    def _made(self, form: dict[str, str]) -> dict[str, Any]:
        line = "line_items[0][price_data]"
        name = f"cs_test_{len(self.sessions) + 1:06}"
        self.sessions[name] = {
            "id": name,
            "object": "checkout.session",
            "amount_total": int(form[f"{line}[unit_amount]"]) * int(form["line_items[0][quantity]"]),
            "currency": form[f"{line}[currency]"],
            "client_reference_id": form["client_reference_id"],
            "expires_at": int(form["expires_at"]),
            "livemode": False,
            "metadata": {"plumbline": form["metadata[plumbline]"]},
            "mode": form["mode"],
            "payment_intent": None,
            "payment_status": "unpaid",
            "status": "open",
            "url": f"{self.base}/c/pay/{name}",
        }
        return self.sessions[name]


@contextmanager
def stripe_house() -> Iterator[StripeHouse]:
    """Stripe for as long as it lasts."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            self._say("POST", dict(parse_qsl(sent)))

        def do_GET(self) -> None:
            self._say("GET", {})

        def _say(self, method: str, form: dict[str, str]) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, body = house.answer(method, self.path.partition("?")[0], form, headers)
            sent = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(sent)))
            self.send_header("Request-Id", "req_test")
            self.send_header("Stripe-Should-Retry", "false")
            self.end_headers()
            self.wfile.write(sent)

        def log_message(self, *_words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    house = StripeHouse(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield house
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def event(kind: str, about: dict[str, Any], name: str = "evt_1", **changes: Any) -> bytes:
    """A message as Stripe sends it, about a session or a charge."""
    told = {
        "id": name,
        "object": "event",
        "api_version": "2026-10-28.endive",
        "created": int(time.time()),
        "data": {"object": about},
        "livemode": False,
        "pending_webhooks": 1,
        "request": {"id": None, "idempotency_key": None},
        "type": kind,
    }
    return json.dumps(told | changes).encode()


def a_charge(session: dict[str, Any], refunded: int) -> dict[str, Any]:
    """The charge behind a paid session, given back in part."""
    return {
        "id": "ch_1",
        "object": "charge",
        "amount": session["amount_total"],
        "amount_refunded": refunded,
        "currency": session["currency"],
        "livemode": False,
        "metadata": session["metadata"],
        "payment_intent": session["payment_intent"],
        "refunded": refunded == session["amount_total"],
    }


def signed(body: bytes, *, at: float | None = None, secret: str = SECRET) -> str:
    """The signature that Stripe puts into the header, reckoned by ourselves and not by their kit."""
    moment = int(time.time() if at is None else at)
    mac = hmac.new(secret.encode(), f"{moment}.".encode() + body, sha256).hexdigest()
    return f"t={moment},v1={mac}"
