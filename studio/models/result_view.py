"""What stands around a completed assessment: its story, and where the chain goes on."""

from collections.abc import Sequence

from sqlalchemy import select

from ..extensions import db
from .assessments import Assessment
from .events import Event
from .programmes import Programme, Setting

FEW = 12


def story_of(assessment: Assessment) -> Sequence[Event]:
    """Who changed what when about this assessment, newest first."""
    about = select(Event).where(Event.client_id == assessment.client_id, Event.subject == f"assessment {assessment.id}")
    return db.session.scalars(about.order_by(Event.id.desc()).limit(FEW)).all()


def home_programme(client_id: int) -> int | None:
    """The id of the client's home programme, when there is one."""
    found = select(Programme.id).where(Programme.client_id == client_id, Programme.setting == Setting.home)
    return db.session.scalar(found)
