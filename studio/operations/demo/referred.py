"""Who was sent to the demo studio, who asked for themselves, and what the desk did about it."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select

from ...ces.mentions import mentions_in
from ...clock import today, utcnow
from ...models.clients import Client
from ...models.database import write
from ...models.mails import OPEN, Mail
from ...models.referral_limits import row_of
from ...models.referrals import Kind, Referral, Status, Via
from ...models.users import User
from ..referrals import desk
from ..referrals.accept import accept
from ..referrals.receive import Asked, receive
from ..sheet_codes import make

Step = tuple[datetime, Callable[[], object]]
Came = Mapping[str, tuple[datetime, Callable[[], Client]]]
"""When somebody of the cast was called, and their record from then on, by name."""


def referrals(came: Came, users: dict[str, User], now: datetime) -> Iterator[Step]:
    """Every referral with what was done about it, as steps of the past."""
    told = tomllib.loads((Path(__file__).parent / "referred.toml").read_text(encoding="utf-8"))
    for row in told["referral"]:
        sender = told["senders"].get(row.get("sender"), {})
        made: dict[str, Referral] = {}
        known = came.get(row.get("client", ""))
        at = known[0] - timedelta(days=1) if known else now - timedelta(hours=row["hours"])
        yield at, partial(_receive, row, sender, known, made)
        if known:
            yield known[0] + timedelta(minutes=1), partial(_accept, made, known[1], users["ines"])
        for step in row.get("done", CALLED if known else ()):
            when = (known[0] if known else at) + timedelta(hours=step["after"])
            yield when, partial(_act, made, step, users["ines"])


CALLED = ({"act": "contacted", "after": 0.1, "note": "Phone"}, {"act": "booked", "after": 0.2, "note": ""})


def _receive(row: dict[str, Any], sender: dict[str, str], known: Any, made: dict[str, Referral]) -> None:
    person = {"name": row.get("name", row.get("client")), "phone": row.get("phone", ""), "email": "", "language": "en"}
    if "born" in row:
        person["birth_year"] = row["born"]
    made["it"] = receive(
        Asked(
            via=Via.web if sender else Via.self_,
            kind=Kind.referral if sender else Kind.inquiry,
            person=person,
            story=row["story"],
            sender=sender,
            limits=[_limit(one) for one in row.get("limits", ())],
            status=Status(row["status"]) if "status" in row else None,
            agreed=True,
            urgent=row.get("urgent", False),
            mentions=() if sender else tuple(mentions_in(row["story"]["reason"])),
        ),
        make(),
    )
    _as_if_sent()


def _limit(one: dict[str, Any]) -> dict[str, Any]:
    until = today("UTC") + timedelta(weeks=one["weeks"])
    return row_of(one["code"], region=one["region"], side=one["side"], ceiling=one.get("ceiling"), until=until)


def _accept(made: dict[str, Referral], client: Callable[[], Client], by: User) -> None:
    accept(made["it"], client().id, set(), by=by)


def _act(made: dict[str, Referral], step: dict[str, Any], by: User) -> None:
    desk.act(made["it"], step["act"], step["note"], by=by)
    _as_if_sent()


def _as_if_sent() -> None:
    """The demo studio has no mail server: what it would have sent counts as sent."""
    with write() as session:
        for mail in session.scalars(select(Mail).where(OPEN)):
            mail.sent_at, mail.text = utcnow(), ""
