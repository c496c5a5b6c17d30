"""The papers of a day pack that are about one client, and who is offered for it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from sqlalchemy import select

from ..extensions import db
from ..sheets import Paper
from ..sheets.day_pack import StandingSheet
from .client_search import find
from .clients import FACE, Client, Face
from .gates import may_start
from .programmes import Programme, Setting
from .sheets_home import studio_card
from .standing_words import standing_words
from .studios import Studio
from .tables import in_use
from .today import touched

MOST = 24
USUAL = 12
LONGEST_PLAN = 16


@dataclass(frozen=True)
class Candidate:
    """Somebody who may come; `usual` says that they are ticked beforehand."""

    client: Face
    why: str
    usual: bool


def standing_sheet(client: Client, studio: Studio, on: date) -> StandingSheet:
    """Whether they may start, and the limits in force."""
    may = may_start(client, on)
    told = standing_words(may)
    return StandingSheet(
        studio=studio_card(studio),
        client=client.name,
        printed=on,
        start=may.gate.why or in_use().safety.states[may.gate.state].capitalize() + ".",
        may_start=may.open,
        advice=may.gate.advice,
        rests=told.rests,
        limits=told.limits,
        lapsed=told.lapsed,
        paper=cast(Paper, studio.paper),
    )


def candidates(on: date, *, text: str = "", hidden: Collection[int] = ()) -> list[Candidate]:
    """Those seen last, then those with an open programme; or those who fit the words."""
    if text:
        found = [Face(one.id, one.name, one.colour) for one in find(text, MOST) if not one.archived_at]
        listed = [(one, "found") for one in found]
    else:
        listed = [(one.client, "seen lately") for one in touched(health=True)]
        listed += [(one, "open programme") for one in _in_programme(on)]
    first = {client.id: (client, why) for client, why in reversed(listed) if client.id not in hidden}
    order = dict.fromkeys(client.id for client, _ in listed if client.id in first)
    return [Candidate(*first[one], place < USUAL) for place, one in enumerate(order)]


def _in_programme(on: date) -> list[Face]:
    """The clients whose plan has begun and not ended, those who began last first."""
    rows = db.session.execute(
        select(*FACE, Programme.started_on, Programme.weeks)
        .join(Programme, Programme.client_id == Client.id)
        .where(
            Client.archived_at.is_(None),
            Programme.setting == Setting.home,
            Programme.started_on > on - timedelta(weeks=LONGEST_PLAN),
        )
        .order_by(Programme.started_on.desc(), Client.id)
        .limit(60)
    )
    return [
        Face(id_, name, colour)
        for id_, name, colour, began, weeks in rows
        if began and began + timedelta(weeks=weeks) > on
    ]
