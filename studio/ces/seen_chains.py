"""Which chains the evidence lights up, and where one might start."""

from collections.abc import Iterable
from dataclasses import dataclass

from studio.ces.catalogue import Catalogue
from studio.ces.chains import Link, Node, spans
from studio.ces.evidence import Evidence
from studio.ces.sides import LEFT_RIGHT, OneSide, opposite


@dataclass(frozen=True, slots=True)
class SeenNode:
    """A node of a drawn chain by side: True was seen, False looked at and clear, None nobody looked."""

    node: str
    left: bool | None
    right: bool | None

    def on(self, side: OneSide) -> bool | None:
        """Give the state on a side."""
        return self.left if side == "left" else self.right


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain whose findings were seen; edges as (cause, effect) between the first and the last thing seen.

    `nodes` are those of the edges in order.
    """

    chain: str
    edges: tuple[tuple[str, str], ...]
    nodes: tuple[SeenNode, ...] = ()


def seen_chains(evidence: Evidence, cat: Catalogue) -> tuple[Chain, ...]:
    """Give the chains to draw, in the order of the catalogue (assessment reference, chain_display, level D)."""
    chains = []
    for link in cat.links.chains.values():
        nodes = [seen_node(cat.links.nodes[one], evidence) for one in link.nodes]
        drawn = _drawn(link, nodes, cat)
        if drawn:
            edges = tuple((link.edges[n].cause, link.edges[n].effect) for n in drawn)
            places = sorted({place for n in drawn for place in (n, n + 1)})
            chains.append(Chain(link.id, edges, tuple(nodes[place] for place in places)))
    return tuple(chains)


def starts(evidence: Evidence, cat: Catalogue) -> tuple[str, ...]:
    """Give the nodes to start at: seen, nothing seen upstream, and the most seen downstream; a suggestion, no more.

    Source: assessment reference, root_candidate (level D). Several when equal; none without anything downstream.
    """
    on = {node.id for node in cat.links.nodes.values() if any(state(node, side, evidence) for side in LEFT_RIGHT)}
    leads = {one: {edge.effect for edge in cat.links.edges.values() if edge.cause == one} for one in cat.links.nodes}
    reached = {one: _downstream(one, leads) & on - {one} for one in on}
    roots = [one for one in cat.links.nodes if one in on and not any(one in reached[other] for other in on - {one})]
    most = max((len(reached[one]) for one in roots), default=0)
    return tuple(one for one in roots if most and len(reached[one]) == most)


def seen_node(node: Node, evidence: Evidence) -> SeenNode:
    """Give a node's state on both sides."""
    return SeenNode(node.id, state(node, "left", evidence), state(node, "right", evidence))


def state(node: Node, side: OneSide, evidence: Evidence) -> bool | None:
    """Tell whether a node is on; off needs everything that could show it tested and clear; None is unknown."""
    answers = [evidence.finding(one, side) for one in node.findings]
    answers += [_answer(evidence.answer(one), side) for one in node.answers]
    if node.side_difference:
        answers += [evidence.measured.lags(one, side) for one in node.measures]
    else:
        answers += [evidence.measured.flagged(one, side) for one in node.measures]
    if True in answers:
        return True
    return None if None in answers or not answers else False


def _answer(answer: bool | float | str | None, side: OneSide) -> bool | None:
    if answer is None or isinstance(answer, bool):
        return answer
    return answer in (side, "both")


def _drawn(link: Link, nodes: list[SeenNode], cat: Catalogue) -> list[int]:
    """Give the places of the edges to draw; where the sides matter, they are looked at apart."""
    mechanical = [cat.links.nodes[node.node].kind == "mechanical" for node in nodes]
    drawn: set[int] = set()
    for row in _rows(link, nodes):
        for first, last in spans(zip(row, mechanical, strict=True)):
            drawn |= set(range(first, last))
    return sorted(drawn)


def _rows(link: Link, nodes: list[SeenNode]) -> list[list[bool | None]]:
    """Give the states along a chain: of each side, of a side and after a crossing the other one, or of either."""
    if link.one_sided:
        return [[node.on(side) for node in nodes] for side in LEFT_RIGHT]
    crossing = next((place for place, edge in enumerate(link.edges) if edge.crosses), None)
    if crossing is None:
        return [[_either(node) for node in nodes]]
    before, after, rest = nodes[: crossing + 1], nodes[crossing + 1], nodes[crossing + 2 :]
    return [
        [*(node.on(side) for node in before), after.on(opposite(side)), *(_either(node) for node in rest)]
        for side in LEFT_RIGHT
    ]


def _downstream(node: str, leads: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting: Iterable[str] = [node]
    while waiting:
        waiting = {effect for one in waiting for effect in leads[one]} - found
        found |= waiting
    return found


def _either(node: SeenNode) -> bool | None:
    if node.left or node.right:
        return True
    return None if None in (node.left, node.right) else False
