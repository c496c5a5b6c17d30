"""Two senders at one outbox on PostgreSQL, whose transactions do not queue up."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask import Flask
from flask_migrate import upgrade

from studio.clock import utcnow
from studio.config import MailServer
from studio.extensions import db
from studio.operations import outbox

from ..mailbox import mail_server
from ..mails import a_mail
from ..people import move_in

pytestmark = pytest.mark.postgres


def test_senders_at_once_send_each_mail_once(postgres_app: Flask) -> None:
    upgrade()
    move_in()
    with mail_server() as box:
        server = MailServer("127.0.0.1", box.port, "open", "mail@studio.example")
        postgres_app.config["SETTINGS"] = replace(postgres_app.config["SETTINGS"], mail=server)
        ids, now = {a_mail().message_id for _ in range(12)}, utcnow()
        db.session.rollback()

        def send(_number: int) -> None:
            with postgres_app.app_context():
                outbox.send_due(now)
                db.session.remove()

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(send, range(4)))
    assert sorted(one["Message-ID"].strip("<>").partition("@")[0] for one in box.mails) == sorted(ids)
