"""The value of the one-page overview, for everybody or with the own code of one therapist."""

from typing import cast

from sqlalchemy import select

from ..extensions import db
from ..sheets.overview import CoachCard, OverviewSheet
from ..sheets.shared import Paper
from .credentials import valid_credentials
from .overview_words import DO, DO_NOT, steps, urgent
from .sheets_home import studio_card
from .studios import Studio, studio_today
from .therapists import Therapist
from .users import User


def overview_sheet(studio: Studio, address: str, therapist: Therapist | None = None) -> OverviewSheet:
    """The page as it stands today; `address` is where the form is, or nothing in a house without a public one."""
    card = studio_card(studio)
    today = studio_today()
    typed = address.removeprefix("https://")
    if therapist is not None:
        typed = typed.removesuffix(therapist.link) + therapist.short_code if typed else ""
    return OverviewSheet(
        studio=card,
        written=today,
        therapist=therapist.words if therapist is not None else "",
        scan_to=address,
        typed=typed,
        steps=steps(),
        do=DO,
        do_not=DO_NOT,
        coaches=tuple(CoachCard(name=one.name, credentials=valid_credentials(one, today)) for one in _coaches()),
        urgent=urgent(card.phone, studio.emergency_number),
        paper=cast(Paper, studio.paper),
    )


def _coaches() -> list[User]:
    query = select(User).where(User.active.is_(True)).order_by(User.name, User.id)
    return [one for one in db.session.scalars(query) if one.can_assess]
