"""The first of the owner's pages: who comes, who stays, and what is done."""

from dataclasses import dataclass

from ...charts import Steps
from .arrivals import STEPS, arrivals
from .periods import Period
from .way import Sender, senders, way


@dataclass(frozen=True)
class Overview:
    way: Steps
    senders: list[Sender]

    def file(self, name: str) -> list[list[object]] | None:
        """One of its tables as rows of a file, None where there is none of that name."""
        match name:
            case "way":
                return list(self.way.file_rows())
            case "therapists":
                return [["Therapist", *STEPS], *([one.name, *one.counts] for one in self.senders)]
        return None


def overview(period: Period, zone: str) -> Overview:
    """All of a time."""
    came = arrivals(period, zone)
    return Overview(way=way(came), senders=senders(one for one in came if one.source in REFERRED))


REFERRED = ("web", "link", "paper")
