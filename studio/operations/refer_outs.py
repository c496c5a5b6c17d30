"""Referring out: drafted when a clinician must look first, worded by a coach, open until the answer is here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .. import clock
from ..ces.safety import Reason
from ..ces.safety import ReferOut as Judged
from ..models.clearances import Level
from ..models.clients import Client
from ..models.database import write
from ..models.precautions import Source
from ..models.readiness import held
from ..models.refer_outs import SETTLED, ReferOut, Reply, refer_outs_of
from ..models.refer_words import first_words, reason_json
from ..models.studios import studio_today
from ..models.tables import in_use
from ..models.users import User
from . import clearances
from .events import record

ASKED = ("red_flag", "readiness", "pain", "test", "measure")
FROM_READINESS = ("red_flag", "readiness")
LEVELS = {Reply.full: Level.full, Reply.limits: Level.restricted, Reply.not_yet: Level.not_now}


class Stale(Exception):
    """Somebody changed the letter meanwhile."""


@dataclass(frozen=True)
class Answered:
    """What the clinician wrote back."""

    reply: Reply
    by: str
    role: Source
    on: date
    until: date | None


def heed(
    client: Client, judged: Judged, *, source: str, by: User, flags: Iterable[str] = (), seen: str = ""
) -> ReferOut | None:
    """Draft a letter for what is new in `judged`, or add it to the open one; inside the caller's `write()`.

    What an earlier letter from the same source already says is not asked twice. `seen` is what the coach observed.
    """
    reasons = [one for one in judged.reasons if one.level and one.origin in ASKED]
    earlier = refer_outs_of(client.id)
    said = {one["text"] for row in earlier if row.source == source or row.waiting for one in row.reasons}
    new = [one for one in reasons if one.text not in said]
    if not new:
        return None
    waiting = next((row for row in earlier if row.waiting), None)
    row = waiting or _begin(client, source, by, judged)
    _add(row, new, judged)
    row.flags = list(dict.fromkeys((*row.flags, *flags)))
    if seen and seen not in row.words.get("observed", ""):
        row.words = row.words | {"observed": "; ".join(filter(None, (row.words.get("observed"), seen)))}
    with write() as session:
        session.add(row)
        session.flush()
        record(
            "refer_out.extended" if waiting else "refer_out.drafted",
            "Refer-out letter extended" if waiting else "Refer-out letter drafted",
            by=by,
            client=client,
            subject=f"refer-out {row.id}",
        )
    return row


def reword(row: ReferOut, words: Mapping[str, str], accepted: bool | None, *, seen: int, by: User) -> ReferOut:
    """Change the letter's words; raises Stale when `seen` is not its revision."""
    with write() as session:
        session.refresh(row)
        if row.revision != seen:
            raise Stale
        if (_filled(words), accepted) != (_filled(row.words), row.accepted):
            row.words, row.accepted, row.revision = dict(words), accepted, row.revision + 1
            record(
                "refer_out.worded", "Refer-out letter worded", by=by, client=row.client, subject=f"refer-out {row.id}"
            )
    return row


def answer(row: ReferOut, what: Answered, *, by: User) -> None:
    """Note what the clinician wrote back, and put it on file as a clearance of the regions the letter named."""
    with write():
        row.answer, row.answer_by, row.answer_on, row.answer_until = what.reply, what.by, what.on, what.until
        row.answered_at, row.waiting = clock.utcnow(), what.reply not in SETTLED
        word = clearances.Word(
            level=LEVELS[what.reply],
            by=what.by,
            role=what.role,
            on=what.on,
            until=what.until,
            regions=[] if row.from_readiness else list(row.regions),
            filed=f"Answer to the refer-out letter of {row.drafted_at:%Y-%m-%d}",
        )
        row.clearance = clearances.create(row.client, word, by=by)
        record("refer_out.answered", "Refer-out letter answered", by=by, client=row.client, subject=_named(row))


def reopen(row: ReferOut, *, by: User) -> None:
    """Take an answer back that was noted by mistake, and its clearance with it."""
    with write():
        if row.clearance:
            clearances.withdraw(row.clearance, row.client, "Noted by mistake", by=by)
        row.answer, row.answered_at, row.answer_by, row.answer_on, row.answer_until = Reply.none, None, "", None, None
        row.waiting, row.clearance = True, None
        record("refer_out.reopened", "Answer taken back", by=by, client=row.client, subject=_named(row))


def _filled(words: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in words.items() if text}


def _named(row: ReferOut) -> str:
    return f"refer-out {row.id}"


def _begin(client: Client, source: str, by: User, judged: Judged) -> ReferOut:
    found = held(client.id, studio_today())
    words = first_words(found.form if found else None, regions=bool(judged.blocked_regions))
    return ReferOut(
        client_id=client.id, client=client, level="LOCAL_STOP", source=source, from_readiness=False, reasons=[],
        flags=[], regions=[], words=words, revision=0,
        waiting=True, drafted_at=clock.utcnow(), drafted_by_id=by.id, answer=Reply.none,
    )  # fmt: skip


def _add(row: ReferOut, new: list[Reason], judged: Judged) -> None:
    order = list(in_use().safety.levels)
    row.reasons = [*row.reasons, *(reason_json(one) for one in new)]
    row.level = min((row.level, *(one.level or "LOCAL_STOP" for one in new)), key=order.index)
    row.regions = list(dict.fromkeys((*row.regions, *judged.blocked_regions)))
    row.from_readiness = row.from_readiness or any(one.origin in FROM_READINESS for one in new)
    row.revision += 1
