"""Findings with the muscles they are linked to, as the owner adjusts them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from ..ces.adjusting import Link
from ..ces.protocols import Compensation, Listing, Role
from .adjustments import Adjustment, in_force
from .board_words import protocol_words, title
from .muscle_view import SOURCES
from .reason_words import muscle_name
from .tables import in_use, shipped

ROLES: tuple[Role, ...] = get_args(Role)
AGREEMENT = {"agreed": "sources agree", "single": "one source", "inferred": "our own reasoning"}
SIDES = {
    "same": "same side",
    "opposite": "other side",
    "both": "both sides",
    "high_side": "high side",
    "low_side": "low side",
}


@dataclass(frozen=True)
class LinkView:
    """One muscle link: who lists it, whether it is in use, and what the studio noted."""

    key: str
    role: Role
    muscle: str
    common: str
    side: str
    agreement: str
    sources: tuple[str, ...]
    used: bool
    note: str
    source: str

    @property
    def changed(self) -> bool:
        return not self.used or bool(self.note or self.source)


@dataclass(frozen=True)
class FindingView:
    """A finding with its links, and how many the studio changed."""

    id: str
    label: str
    look_for: str
    disagreements: str
    test: str
    links: tuple[LinkView, ...]

    @property
    def changed(self) -> int:
        return sum(link.changed for link in self.links)

    def of(self, role: str) -> list[LinkView]:
        """Its links of one role."""
        return [link for link in self.links if link.role == role]


def finding_views(rows: Iterable[Adjustment], text: str = "") -> list[FindingView]:
    """The findings whose name, test or muscles hold all the words, in the order of the tests; all of them for none."""
    rows, words = in_force(rows), text.casefold().split()
    found = (_finding(one, rows) for one in shipped().compensations.values())
    return [one for one in found if all(word in _said(one) for word in words)]


def finding_view(finding_id: str, rows: Iterable[Adjustment]) -> FindingView | None:
    """One finding; None when the tables have no such one."""
    compensation = shipped().compensations.get(finding_id)
    return _finding(compensation, in_force(rows)) if compensation else None


def _finding(one: Compensation, rows: Iterable[Adjustment]) -> FindingView:
    cat = in_use()
    mine = {row.target: row for row in rows if row.kind == "link_note" and row.target.startswith(f"{one.id}/")}
    used = {Link.of(one.id, role, each).key for role in ROLES for each in cat.compensations[one.id].listings(role)}
    links = (_link(one, role, each, used, mine) for role in ROLES for each in one.listings(role))
    return FindingView(
        one.id,
        title(one.label),
        one.look_for,
        one.disagreements,
        protocol_words(cat.protocols[one.protocol]),
        tuple(links),
    )


def _link(one: Compensation, role: Role, listing: Listing, used: set[str], notes: dict[str, Adjustment]) -> LinkView:
    key = Link.of(one.id, role, listing).key
    noted = notes[key].payload if key in notes else {"note": "", "source": ""}
    return LinkView(
        key=key,
        role=role,
        muscle=muscle_name(listing.muscle),
        common=shipped().muscle_label(listing.muscle),
        side=SIDES.get(listing.side_ref, ""),
        agreement=AGREEMENT[listing.agreement],
        sources=tuple(SOURCES[tag] for tag in listing.listed_in),
        used=key in used,
        note=noted["note"],
        source=noted["source"],
    )


def _said(one: FindingView) -> str:
    muscles = (f"{link.muscle} {link.common}" for link in one.links)
    return " ".join((one.label, one.test, one.id, *muscles)).casefold()
