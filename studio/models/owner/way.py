"""The way from an inquiry or a referral on: how many of those who came in some time got how far."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ...charts import Between, Series, Steps
from .arrivals import SOURCES, STEPS, Arrival


@dataclass(frozen=True)
class Sender:
    """A therapist's referrals: how many reached each of the steps."""

    therapist_id: int | None
    name: str
    counts: tuple[int, ...]


def way(arrivals: Sequence[Arrival]) -> Steps:
    """All of them, by the door they came through."""
    by_source = {source: [one for one in arrivals if one.source == source] for source in SOURCES}
    used = {source: counts(found) for source, found in by_source.items() if found}
    return Steps(
        id="way",
        title="From the first contact on",
        over="Step",
        labels=STEPS,
        series=tuple(Series(SOURCES[source], found) for source, found in used.items()),
        whole="All",
        between=tuple(_between(arrivals, before, after) for before, after in pairwise(STEPS)),
    )


def counts(arrivals: Iterable[Arrival]) -> tuple[int, ...]:
    """How many reached each step; whoever got further has reached those before."""
    furthest = [one.furthest for one in arrivals]
    return tuple(sum(one >= place for one in furthest) for place in range(len(STEPS)))


def senders(arrivals: Iterable[Arrival]) -> list[Sender]:
    """By therapist, who sent most first."""
    found: defaultdict[tuple[int | None, str], list[Arrival]] = defaultdict(list)
    for arrival in arrivals:
        if arrival.therapist[1]:
            found[arrival.therapist].append(arrival)
    rows = [Sender(*therapist, counts(mine)) for therapist, mine in found.items()]
    return sorted(rows, key=lambda row: ([-number for number in row.counts], row.name))


def _between(arrivals: Sequence[Arrival], before: str, after: str) -> Between:
    """The share that went on, and the days it took the one in the middle."""
    place = STEPS.index(after)
    here = [one for one in arrivals if one.furthest >= place - 1]
    went = [one for one in here if one.furthest >= place]
    days = [(one.days[after] - one.days[before]).days for one in went if before in one.days and after in one.days]
    return Between(len(went) / len(here) if here else None, median(max(0, one) for one in days) if days else None)
