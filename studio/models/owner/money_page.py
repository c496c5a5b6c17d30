"""Money as the owner looks at it: what was earned and taken in some time, and what is sold but not delivered."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...charts import Bars, Chart, Columns, Lines, Series
from ..books.ledger import Method
from ..books.revenue import Deferred, Flow, deferred, earned
from ..books.takings import Taking, takings, takings_by_method
from ..users import user_names
from .amounts import Amounts, amounts
from .arrivals import SOURCES
from .owed import owed
from .periods import Period, month_mark, month_words

NO_PACKAGE, NO_COACH = "Without a package", "Nobody’s"


@dataclass(frozen=True)
class MoneyPage:
    """`charts` by the name of their table; the sums are in minor units: invoiced and earned net, taken gross."""

    invoiced: int
    earned: int
    taken: int
    deferred: int
    words: Amounts
    charts: dict[str, Chart]

    @property
    def late(self) -> int:
        """What should have been paid before today."""
        return int(sum(self.charts["owed"].sums[1:]))

    def file(self, name: str) -> list[list[object]] | None:
        """One of its tables as rows of a file, None where there is none of that name."""
        return list(self.charts[name].file_rows()) if name in self.charts else None


def money_page(period: Period, currency: str, today: date) -> MoneyPage:
    """All of a time. What is deferred is that of its last day; what is owed is that of today."""
    days = (period.first, period.last)
    flows, taken = earned(*days, currency), takings(*days, currency)
    methods, left = takings_by_method(*days, currency), deferred(period.last, currency)
    words, coaches = amounts(currency), user_names()
    cuts: dict[str, tuple[str, Callable[[Any], str]]] = {
        "packages": ("Package", lambda one: one.package or NO_PACKAGE),
        "coaches": ("Coach", lambda one: coaches.get(one.coach_id, NO_COACH)),
        "sources": ("How the client came", lambda one: SOURCES[one.source]),
    }
    found: list[Chart] = [
        _by_month(period, flows, words),
        _by_method(period, methods, words),
        _deferred_over(period, flows, left, words),
        *(_cut(name, over, key, flows, taken, words) for name, (over, key) in cuts.items()),
        _deferred(left, words),
        owed(today, currency, words),
    ]
    return MoneyPage(
        invoiced=sum(flow.invoiced for flow in flows),
        earned=sum(flow.earned for flow in flows),
        taken=sum(one.amount for one in taken),
        deferred=sum(one.amount for one in left),
        words=words,
        charts={chart.id: chart for chart in found},
    )


def _by_month(period: Period, flows: Iterable[Flow], words: Amounts) -> Chart:
    sums = _sums((flow.month, flow.earned) for flow in flows)
    invoiced = _sums((flow.month, flow.invoiced) for flow in flows)
    months = period.months
    return Columns(
        id="revenue",
        title="Revenue by month",
        over="Month",
        labels=tuple(map(month_words, months)),
        marks=tuple(map(month_mark, months)),
        series=(Series("Earned", tuple(sums[month] for month in months)),),
        beside=(Series("Invoiced", tuple(invoiced[month] for month in months)),),
        **words._asdict(),
    )


def _by_method(period: Period, rows: Sequence[tuple[date, Method, int]], words: Amounts) -> Chart:
    sums = _sums(((month, method), amount) for month, method, amount in rows)
    used, months = [method for method in Method if any(one == method for _, one, _ in rows)], period.months
    return Columns(
        id="takings",
        title="Money taken by month",
        over="Month",
        labels=tuple(map(month_words, months)),
        marks=tuple(map(month_mark, months)),
        series=tuple(Series(method.label, tuple(sums[month, method] for month in months)) for method in used or Method),
        whole="All",
        **words._asdict(),
    )


def _deferred_over(period: Period, flows: Iterable[Flow], left: Iterable[Deferred], words: Amounts) -> Chart:
    """From the last day backwards: before a month it was what it is after it, less invoiced, plus earned."""
    change = _sums((flow.month, flow.invoiced - flow.earned) for flow in flows)
    months, now, ends = period.months, sum(one.amount for one in left), []
    for month in reversed(months):
        ends.append(now)
        now -= change[month]
    return Lines(
        id="deferred-by-month",
        title="Sold, not delivered: at each month’s end",
        nothing="Nothing was left to deliver at any month’s end.",
        over="End of",
        labels=tuple(map(month_words, months)),
        marks=tuple(map(month_mark, months)),
        series=(Series("Not delivered", tuple(reversed(ends))),),
        **words._asdict(),
    )


def _cut(
    name: str, over: str, key: Callable[[Any], str], flows: Sequence[Flow], taken: Sequence[Taking], words: Amounts
) -> Chart:
    """The same money cut another way, the largest first."""
    sums = _sums((key(flow), flow.earned) for flow in flows)
    invoiced = _sums((key(flow), flow.invoiced) for flow in flows)
    received = _sums((key(one), one.amount) for one in taken)
    labels = sorted({*sums, *received}, key=lambda label: (-sums[label], -received[label], label))
    return Bars(
        id=name,
        title=f"Revenue by {over.lower()}" if name != "sources" else "Revenue by how the client came",
        over=over,
        labels=tuple(labels),
        series=(Series("Earned", tuple(sums[label] for label in labels)),),
        beside=(
            Series("Invoiced", tuple(invoiced[label] for label in labels)),
            Series("Taken", tuple(received[label] for label in labels)),
        ),
        **words._asdict(),
    )


def _deferred(left: Sequence[Deferred], words: Amounts) -> Chart:
    counts: dict[str, Any] = {"say": lambda value: f"{value:,.0f}", "write": round}
    return Bars(
        id="deferred",
        title="Sold, not delivered, by package",
        nothing="All that was sold is delivered.",
        over="Package",
        labels=tuple(one.package for one in left),
        series=(Series("Not delivered", tuple(one.amount for one in left)),),
        beside=(
            Series("Clients", tuple(one.enrolments for one in left), **counts),
            Series("Sessions left", tuple(one.sessions for one in left), **counts),
        ),
        **words._asdict(),
    )


def _sums(pairs: Iterable[tuple[Any, int]]) -> defaultdict[Any, int]:
    found: defaultdict[Any, int] = defaultdict(int)
    for key, amount in pairs:
        found[key] += amount
    return found
