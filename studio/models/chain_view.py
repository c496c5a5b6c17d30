"""Chains through the body as text and as a small drawing, for the coach. "May lead to", never "causes"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..ces.anatomy import Region
from ..ces.chains import Edge, Evidence
from ..ces.seen_chains import Chain, SeenNode, seen_chains
from ..ces.sides import LEFT_RIGHT, OneSide
from .evidence_words import SIDES, Sign, sign
from .grounds import Grounds

KNOWN: dict[Evidence, str] = {
    "moderate": "moderate evidence",
    "limited": "limited evidence",
    "model": "a teaching model",
    "conflicting": "studies disagree",
}
COACH_ONLY: set[Evidence] = {"model", "conflicting"}
CENTRE, APART = 60, 9
# Where a region stands in the figure, seen from behind: how far from the plumb line, and how high.
PLACES: dict[str, tuple[int, int]] = {
    "foot_ankle": (18, 203),
    "lower_leg": (17, 180),
    "knee": (17, 157),
    "thigh_groin": (16, 134),
    "hip": (15, 113),
    "pelvis_sij": (0, 106),
    "low_back": (0, 90),
    "mid_back": (0, 66),
    "shoulder": (25, 47),
    "elbow_wrist": (30, 82),
    "neck_head": (0, 30),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One state of the body along a chain; `how` is the link that leads to it, None for the first."""

    label: str
    seen: bool
    side: str
    signs: tuple[Sign, ...]
    how: Edge | None
    evidence: str
    for_client: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A state drawn on the figure."""

    x: int
    y: int
    seen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A link drawn on the figure."""

    x1: int
    y1: int
    x2: int
    y2: int
    sure: bool


@dataclass(frozen=True, slots=True)
class ChainView:
    label: str
    steps: tuple[Step, ...]
    note: str
    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """ "Limited ankle dorsiflexion → knee moves inward"; what nobody looked at stands in brackets."""
        return " → ".join(one.label if one.seen else f"({one.label})" for one in self.steps)


def chain_views(grounds: Grounds) -> tuple[ChainView, ...]:
    """The chains that the evidence lights up, in the order of the catalogue."""
    return tuple(_view(one, grounds) for one in seen_chains(grounds.evidence, grounds.cat))


def _view(chain: Chain, grounds: Grounds) -> ChainView:
    link = grounds.cat.links.chains[chain.chain]
    by_effect = {(edge.cause, edge.effect): edge for edge in link.edges}
    leading: list[Edge | None] = [None]
    for before, node in pairwise(chain.nodes):
        leading.append(by_effect.get((before.node, node.node)))
    steps = tuple(_step(node, edge, grounds) for node, edge in zip(chain.nodes, leading, strict=True))
    spots = _spots([grounds.cat.regions[grounds.cat.links.nodes[node.node].region] for node in chain.nodes])
    dots: dict[tuple[int, int], Dot] = {}
    lines: dict[tuple[int, int, int, int], Line] = {}
    for side in _sides(chain.nodes):
        there = [side if link.one_sided else _own_side(node, side) for node in chain.nodes]
        marks = [_at(spot, one) for spot, one in zip(spots, there, strict=True)]
        seen = [node.on(one) is True for node, one in zip(chain.nodes, there, strict=True)]
        for (x, y), on in zip(marks, seen, strict=True):
            dots[x, y] = Dot(x, y, on)
        for ((x1, y1), (x2, y2)), sure in zip(pairwise(marks), map(all, pairwise(seen)), strict=True):
            lines[x1, y1, x2, y2] = Line(x1, y1, x2, y2, sure)
    label = f"From {_low(steps[0].label)} to {_low(steps[-1].label)}"
    return ChainView(label, steps, link.note, tuple(dots.values()), tuple(lines.values()))


def _low(label: str) -> str:
    return label[:1].lower() + label[1:]


def _step(node: SeenNode, edge: Edge | None, grounds: Grounds) -> Step:
    state = grounds.cat.links.nodes[node.node]
    found = frozenset(grounds.evidence.found)
    on = [side for side in LEFT_RIGHT if node.on(side)]
    return Step(
        label=state.label,
        seen=bool(on),
        side=SIDES[on[0]] if len(on) == 1 else "",
        signs=tuple(sign(one, grounds.cat, found) for one in state.findings if one in found),
        how=edge,
        evidence=KNOWN[edge.evidence] if edge else "",
        for_client=edge.client_text if edge and edge.evidence not in COACH_ONLY else "",
    )


def _sides(nodes: Iterable[SeenNode]) -> tuple[OneSide, ...]:
    """The sides to draw: those on which most of the chain was seen."""
    counts = {side: sum(node.on(side) is True for node in nodes) for side in LEFT_RIGHT}
    most = max(counts.values())
    return tuple(side for side in LEFT_RIGHT if counts[side] == most)


def _own_side(node: SeenNode, otherwise: OneSide) -> OneSide:
    """The side a state was seen on, where a chain crosses from one side to the other."""
    on = [side for side in LEFT_RIGHT if node.on(side)]
    return on[0] if len(on) == 1 else otherwise


def _spots(regions: Sequence[Region]) -> list[tuple[int, int]]:
    """A place for each state; the second one of a region stands farther out."""
    spots: list[tuple[int, int]] = []
    for region in regions:
        away, height = PLACES[region.id]
        again = sum(1 for _, other in spots if other == height)
        spots.append((away + again * APART, height))
    return spots


def _at(spot: tuple[int, int], side: OneSide) -> tuple[int, int]:
    """The figure is seen from behind, so the client's left is on its left."""
    return (CENTRE - spot[0] if side == "left" else CENTRE + spot[0]), spot[1]
