"""Cause-and-effect chains through the body: "may lead to", a suggestion for where to start, never a diagnosis."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Evidence = Literal["moderate", "limited", "model", "conflicting"]
NodeKind = Literal["mechanical", "lifestyle", "tissue_load", "symptom"]


@dataclass(frozen=True, slots=True)
class Node:
    """A state of the body, and the findings, answers and measures that could show it."""

    id: str
    label: str
    region: str
    kind: NodeKind
    findings: tuple[str, ...]
    answers: tuple[str, ...]
    measures: tuple[str, ...]
    side_difference: bool  # on only when the two sides differ enough


@dataclass(frozen=True, slots=True)
class Edge:
    """One link: what may lead to what, and how much is known of it."""

    id: str
    cause: str
    effect: str
    direction: str
    evidence: Evidence
    same_side: bool
    crosses: bool  # the effect is seen on the other side than its cause: weight goes away from the stiffer ankle
    explain: str
    client_text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A chain of the catalogue; its edges follow each other."""

    id: str
    label: str
    edges: tuple[Edge, ...]
    note: str

    @property
    def nodes(self) -> tuple[str, ...]:
        """Give its nodes in order."""
        return (self.edges[0].cause, *(edge.effect for edge in self.edges))

    @property
    def one_sided(self) -> bool:
        """Tell whether everything along it happens on one side."""
        return all(edge.same_side for edge in self.edges)


@dataclass(frozen=True, slots=True)
class Links:
    """All of chains.toml."""

    nodes: dict[str, Node]
    edges: dict[str, Edge]
    chains: dict[str, Link]


def spans(states: Iterable[tuple[bool | None, bool]], least: int = 2) -> list[tuple[int, int]]:
    """Find the stretches to draw in a row of (state, mechanical): at least `least` mechanical ones on, none off.

    A stretch begins and ends with something that is on; unknown things may lie between.
    """
    row = [*states, (False, False)]
    found, start = [], 0
    for end, (state, _) in enumerate(row):
        if state is not False:
            continue
        on = [n for n in range(start, end) if row[n][0]]
        if sum(1 for n in on if row[n][1]) >= least:
            found.append((on[0], on[-1]))
        start = end + 1
    return found
