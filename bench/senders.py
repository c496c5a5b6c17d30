"""Fifty therapists press “Send” in the same moment: every one gets a reference of their own, or the row is an error."""

import http.client
import os
import re
import secrets
import sqlite3
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

from studio.clock import utcnow
from studio.operations.sheet_codes import make
from studio.web.open_forms import Ticket

from .studio import Studio
from .timing import Cost

SENDERS = 50
REFERENCE = re.compile(rb"\w{4}-\w{4}(?=</b>)")
ANSWERS = {
    "sender_contact": "020 7946 0150", "contact": "020 7946 0331", "birth_year": "1984", "far": "limits",
    "limit_1_what": "position:kneeling", "agreed": "y",
    "reason": "Right Achilles, end of therapy. Squats on the left, wants to run again.",
}  # fmt: skip
_numbers = count(1)


def senders(studio: Studio) -> Cost:
    """Processor time of one referral while fifty are sent at once."""

    def cost() -> float:
        _forget_limits()
        forms = [_form(studio) for _ in range(SENDERS)]
        started = studio.server.processor_seconds()
        with ThreadPoolExecutor(SENDERS) as crowd:
            references = set(crowd.map(lambda form: _send(studio, form), forms))
        spent = studio.server.processor_seconds() - started
        if len(references) != SENDERS:
            raise RuntimeError(f"{SENDERS} referrals were sent and {len(references)} taken in")
        return max(spent, 0.01) / SENDERS

    return cost


def _form(studio: Studio) -> bytes:
    with studio.app.test_request_context():
        ticket = Ticket(make(), int(utcnow().timestamp()) - 60).signed
    names = {"sender": f"Sender {secrets.token_hex(4)}", "name": f"Client {secrets.token_hex(4)}", "ticket": ticket}
    return urllib.parse.urlencode(ANSWERS | names).encode()


def _send(studio: Studio, form: bytes) -> bytes:
    """Send one form from an address of its own, and read its reference off the receipt."""
    number = next(_numbers)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Forwarded-For": f"198.51.{number // 250 % 250}.{number % 250}",
    }
    connection = http.client.HTTPConnection("127.0.0.1", studio.server.port, timeout=60)
    try:
        connection.request("POST", "/refer", form, headers)
        answer = connection.getresponse()
        answer.read()
        connection.request("GET", answer.headers["Location"] or "", headers=headers)
        found = REFERENCE.search(connection.getresponse().read())
    finally:
        connection.close()
    return found[0] if found else b""


def _forget_limits() -> None:
    """A round is an hour of its own: the limit on everybody together is not what is measured."""
    with sqlite3.connect(Path(os.environ["PLUMBLINE_DATA"]) / "studio.sqlite", timeout=10) as database:
        database.execute("DELETE FROM buckets")
