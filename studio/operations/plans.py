"""How a client's weeks are laid out: as the reasons say, or as a coach decides."""

from dataclasses import dataclass
from typing import Literal

from ..models.cases import newest_findings
from ..models.database import write
from ..models.programmes import Programme
from ..models.studios import studio_today
from ..models.users import User
from .events import record
from .programmes.drafting import choose
from .programmes.length import settle_length


@dataclass(frozen=True)
class Layout:
    """Weeks as a coach wants them, None to follow the reasons; studio sessions a week and their minutes."""

    weeks: Literal[12, 16] | None
    sessions_per_week: int
    session_minutes: int


def lay_out(programme: Programme, layout: Layout, *, by: User) -> None:
    """Change the weeks; a draft nobody has worked on is drafted anew for them."""
    with write():
        programme.weeks_by_id = by.id if layout.weeks else None
        if layout.weeks:
            programme.weeks, programme.weeks_why = layout.weeks, []
        programme.sessions_per_week, programme.session_minutes = layout.sessions_per_week, layout.session_minutes
        record(
            "plan.changed",
            "Plan laid out anew",
            by=by,
            client=programme.client,
            subject=f"programme {programme.id}",
            weeks=layout.weeks or "by the reasons",
            sessions_per_week=layout.sessions_per_week,
        )
        draft, newest = programme.draft, newest_findings(programme.client_id)
        settle_length(programme, newest, studio_today(), anew=True)
        if draft is not None and not draft.touched:
            draft.revision += 1
            choose(draft, draft.basis or newest)
