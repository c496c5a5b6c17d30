"""Loads chains.toml: what may lead to what."""

from collections.abc import Mapping
from itertools import pairwise
from typing import cast, get_args

from studio.ces.chains import Edge, Evidence, Link, Links, Node, NodeKind
from studio.ces.loading.patterns import Known
from studio.ces.loading.rows import Files, Row

FILE = "chains.toml"


def load_chains(files: Files, known: Known) -> Links:
    """Read nodes, edges and chains; a chain's edges follow each other."""
    scale = files.read(FILE).table("evidence")
    if set(scale.values) != set(get_args(Evidence)):
        scale.wrong(f"the scale must be {', '.join(get_args(Evidence))}")
    for word in scale.values:
        scale.text(word)
    nodes = {row.id: _node(row, known) for row in files.rows(FILE, "node")}
    edges = {row.id: _edge(row, nodes, known) for row in files.rows(FILE, "edge")}
    chains = {row.id: _chain(row, edges) for row in files.rows(FILE, "chain")}
    return Links(nodes, edges, chains)


def _node(row: Row, known: Known) -> Node:
    node = Node(
        id=row.id,
        label=row.text("label"),
        region=row.one_of("region", known.words.regions, "region"),
        kind=cast(NodeKind, row.one_of("kind", get_args(NodeKind), "kind")),
        findings=tuple(one for one in row.texts("observed_by") if not one.startswith("intake.")),
        answers=tuple(one for one in row.texts("observed_by") if one.startswith("intake.")),
        measures=row.all_of("measured_by", known.measures, "measure"),
        side_difference=row.flag("side_difference") if "side_difference" in row.values else False,
    )
    for finding in node.findings:
        row.known(finding, known.compensations, "compensation")
    for answer in node.answers:
        row.known(answer, known.intake, "intake item")
    row.close()
    return node


def _edge(row: Row, nodes: Mapping[str, Node], known: Known) -> Edge:
    edge = Edge(
        id=row.id,
        cause=row.one_of("from", nodes, "node"),
        effect=row.one_of("to", nodes, "node"),
        direction=row.one_of("direction", {"local", "ascending", "descending"}, "direction"),
        evidence=cast(Evidence, row.one_of("evidence", get_args(Evidence), "evidence")),
        same_side=row.flag("same_side"),
        crosses=row.flag("crosses") if "crosses" in row.values else False,
        explain=row.text("explain"),
        client_text=row.text("client_text"),
        sources=row.all_of("sources", known.words.sources, "source"),
    )
    row.close()
    return edge


def _chain(row: Row, edges: Mapping[str, Edge]) -> Link:
    own = tuple(edges[one] for one in row.all_of("edges", edges, "edge"))
    if not own:
        row.wrong("edges is empty")
    for one, following in pairwise(own):
        if one.effect != following.cause:
            row.wrong(f"{one.id} ends at {one.effect}, {following.id} begins at {following.cause}")
    chain = Link(row.id, row.text("label"), own, row.text("note", ""))
    row.close()
    return chain
