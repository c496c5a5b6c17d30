"""The first of the owner's pages: who comes, who stays, and what is done."""

from dataclasses import dataclass
from functools import cache

from sqlalchemy import Executable, and_, bindparam, func, select

from ...charts import Chart, Steps
from ...extensions import db
from ..sales.enrolments import Enrolment, State
from ..users import user_names
from .arrivals import SMALL, STEPS, arrivals
from .leaving import leaving
from .periods import Period
from .way import Sender, senders, way
from .work import Work, work

REFERRED = ("web", "link", "paper")


@dataclass(frozen=True)
class Overview:
    """`sold` are packages of the time, `running` those that are active now."""

    way: Steps
    senders: list[Sender]
    work: Work
    leaving: Chart
    sold: int
    running: int

    @property
    def charts(self) -> dict[str, Chart]:
        found = (self.way, self.work.sessions, self.work.outcomes, self.work.credits, self.leaving)
        return {chart.id: chart for chart in found}

    def file(self, name: str) -> list[list[object]] | None:
        """One of its tables as rows of a file, None where there is none of that name."""
        if name == "therapists":
            return [["Therapist", *STEPS], *([one.name, *one.counts] for one in self.senders)]
        return list(self.charts[name].file_rows()) if name in self.charts else None


def overview(period: Period, zone: str) -> Overview:
    """All of a time."""
    came = arrivals(period, zone)
    sold, running = db.session.execute(_packages(), {"first": period.first, "last": period.last}).one()
    return Overview(
        way=way(came),
        senders=senders(one for one in came if one.source in REFERRED),
        work=work(period, user_names()),
        leaving=leaving(period),
        sold=sold,
        running=running,
    )


@cache
def _packages() -> Executable:
    """Sold within the time, and running now; what was passed on was sold once."""
    package = Enrolment.frozen["kind"].as_string().not_in(SMALL)
    number = select(func.count()).select_from(Enrolment).where(package)
    within = Enrolment.sold_on.between(bindparam("first"), bindparam("last"))
    passed_on = and_(Enrolment.replaces_id.is_not(None), Enrolment.total == 0)
    sold = number.where(within, Enrolment.state != State.undone, ~Enrolment.brought, ~passed_on)
    return select(sold.scalar_subquery(), number.where(Enrolment.state == State.active).scalar_subquery())
