"""Which chains the evidence lights up."""

from dataclasses import dataclass

from studio.ces.catalogue import Catalogue
from studio.ces.chains import Link, Node, spans
from studio.ces.evidence import Evidence
from studio.ces.sides import LEFT_RIGHT, OneSide


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain whose findings were seen; edges as (cause, effect) between the first and the last thing seen."""

    chain: str
    edges: tuple[tuple[str, str], ...]


def seen_chains(evidence: Evidence, cat: Catalogue) -> tuple[Chain, ...]:
    """Give the chains to draw, in the order of the catalogue (assessment reference, chain_display, level D)."""
    chains = []
    for link in cat.links.chains.values():
        edges = _edges(link, evidence, cat)
        if edges:
            chains.append(Chain(link.id, edges))
    return tuple(chains)


def state(node: Node, side: OneSide, evidence: Evidence) -> bool | None:
    """Tell whether a node is on; off needs everything that could show it tested and clear; None is unknown."""
    answers = [evidence.finding(one, side) for one in node.findings]
    answers += [_answer(evidence.answer(one), side) for one in node.answers]
    if node.side_difference:
        answers += [evidence.measured.asymmetric(one) for one in node.measures]
    else:
        answers += [evidence.measured.flagged(one, side) for one in node.measures]
    if True in answers:
        return True
    return None if None in answers or not answers else False


def _answer(answer: bool | float | str | None, side: OneSide) -> bool | None:
    if answer is None or isinstance(answer, bool):
        return answer
    return answer in (side, "both")


def _edges(link: Link, evidence: Evidence, cat: Catalogue) -> tuple[tuple[str, str], ...]:
    nodes = [cat.links.nodes[one] for one in link.nodes]
    per_side = [[state(node, side, evidence) for node in nodes] for side in LEFT_RIGHT]
    rows = per_side if link.one_sided else [[_either(pair) for pair in zip(*per_side, strict=True)]]
    drawn: set[int] = set()
    for row in rows:
        for first, last in spans((one, node.kind == "mechanical") for one, node in zip(row, nodes, strict=True)):
            drawn |= set(range(first, last))
    return tuple((link.edges[n].cause, link.edges[n].effect) for n in sorted(drawn))


def _either(pair: tuple[bool | None, ...]) -> bool | None:
    if True in pair:
        return True
    return None if None in pair else False
