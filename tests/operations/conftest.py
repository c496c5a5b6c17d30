"""A mail server that takes what the studio sends."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask

from studio.config import MailServer

from ..mailbox import Mailbox, mail_server

Sends = Callable[..., None]
SENDER = "mail@northside.example"


@pytest.fixture
def sends_to(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Sends:
    """`sends_to(box.port)`: mails of this studio are handed in there."""

    def settle(port: int, host: str = "127.0.0.1", **values: object) -> None:
        server = MailServer(host, port, values.pop("way", "open"), SENDER, **values)  # type: ignore[arg-type]
        monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], mail=server))

    return settle


@pytest.fixture
def box(sends_to: Sends) -> Iterator[Mailbox]:
    with mail_server() as box:
        sends_to(box.port)
        yield box
