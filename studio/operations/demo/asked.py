"""What the clients of the demo studio answered before training."""

from dataclasses import dataclass
from typing import Any

from ...models.clients import Client
from ...models.tables import in_use
from ...models.users import User
from .. import readiness


@dataclass(frozen=True)
class Asked:
    """What was said yes to (questions follow from their choices), where, and what the coach took down."""

    yes: tuple[str, ...] = ()
    areas: tuple[dict[str, Any], ...] = ()
    pressure: tuple[tuple[int, int], ...] = ()
    flag: str = ""  # a red flag seen yesterday
    yellow: tuple[str, ...] = ()
    changed: bool = False  # health has changed since
    reply: dict[str, Any] | None = None  # what a clinician answered to the letter that the answers asked for


def answered(client: Client, asked: Asked, *, by: User) -> None:
    """Fill the questions in: no to all that is not named."""
    yes = {
        one for said in (*asked.yes, *(area["about"] for area in asked.areas)) for one in (said, said.partition(".")[0])
    }
    answers = {question: question in yes for question in in_use().safety.questions} | dict.fromkeys(yes, True)
    said = {"answers": answers, "areas": list(asked.areas), "flags": {}, "words": ""}
    readiness.finish(client, said, by=by)
    if asked.pressure or asked.yellow:
        readiness.take_down(client, _seen(asked), by=by)


def flagged(client: Client, asked: Asked, *, by: User) -> None:
    """The coach saw a red flag."""
    readiness.take_down(client, _seen(asked) | {"flags": {asked.flag: True}}, by=by)


def _seen(asked: Asked) -> dict[str, Any]:
    pressure = {"readings": [list(one) for one in asked.pressure], "symptoms": False}
    return {"flags": {}, "areas": [], "pressure": pressure, "yellow": list(asked.yellow)}
