"""May an assessment start today: the engine's gate, and the passes that somebody with a name and a reason gave."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import String, exists, select
from sqlalchemy.orm import Mapped, mapped_column

from ..ces.case import Case
from ..ces.case import Client as Person
from ..ces.gate import Gate, gate
from ..extensions import db
from .base import ClientRef, Id, Model, Moment, UserRef
from .clients import Client
from .readiness import Held, Known, Letter, known
from .recorded import person
from .standing import Standing, standing
from .tables import in_use


class GatePass(Model):
    """A start without finished or current answers: by whom, why. It holds for the day."""

    __tablename__ = "gate_passes"

    id: Mapped[Id]
    client_id: Mapped[ClientRef]
    user_id: Mapped[UserRef]
    at: Mapped[Moment]
    day: Mapped[date]
    state: Mapped[str] = mapped_column(String(24))
    reason: Mapped[str] = mapped_column(String(300))


@dataclass(frozen=True)
class MayStart:
    """The gate's verdict with what it rests on; `passed` is True when somebody took the start upon themselves."""

    gate: Gate
    stands: Standing
    passed: bool

    @property
    def held(self) -> Held | None:
        return self.stands.held

    @property
    def letter(self) -> Letter | None:
        return self.stands.letter

    @property
    def open(self) -> bool:
        return self.gate.verdict == "open" or (self.gate.verdict == "ask" and self.passed)


def may_start(client: Client, on: date) -> MayStart:
    """Judge whether an assessment of this client may start on that day."""
    stands = standing(client.id, on)
    judged = gate(standing_case(client, stands), in_use())
    return MayStart(judged, stands, judged.verdict == "ask" and _passed(client.id, on))


def glance(client_id: int, on: date) -> tuple[Gate, Known]:
    """The gate's verdict in one statement, for a page that shows much else: precautions and pain do not shut it."""
    found = known(client_id, on)
    person = Person(clearance=found.clearance.value if found.clearance else "none")
    return gate(Case(client=person, readiness=found.held.value if found.held else None), in_use()), found


def standing_case(client: Client, stands: Standing) -> Case:
    """What is known of a client without any assessment."""
    pains = (*(one.pain for one in stands.pains), *stands.told)
    return Case(client=person(client, stands), readiness=stands.readiness, pain=pains)


def _passed(client_id: int, on: date) -> bool:
    return db.session.scalar(select(exists().where(GatePass.client_id == client_id, GatePass.day == on))) or False
