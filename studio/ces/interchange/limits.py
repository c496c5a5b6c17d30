"""Reads and writes the written limits of a client as JSON."""

from collections.abc import Container
from datetime import date
from typing import Any, cast

from studio.ces.catalogue import Catalogue
from studio.ces.interchange.node import Node
from studio.ces.limits import KINDS, POUNDS, Kind, Limit
from studio.ces.sides import Side

CEILINGS: dict[str, float] = {"weight_bearing": 100, "range": 360, "load": 500, "symptom": 10}
NEEDS_REGION = ("range", "rest", "symptom")
NEEDS_CEILING = ("range", "load", "symptom")
NEEDS_NO_CODE = ("load",)


def read_side(node: Node) -> Side | None:
    """Read a side; left out is the midline."""
    if node.missing:
        return None
    return cast(Side, node.one_of("left", "right", "both"))


def read_limit(node: Node, cat: Catalogue) -> Limit:
    """Read one limit; what its kind needs must be there, and nothing it has no use for."""
    node.only("kind", "region", "side", "code", "ceiling", "words", "by", "until")
    kind = cast(Kind, node["kind"].one_of(*KINDS))
    known = codes(cat).get(kind)
    if known is None and not node["code"].missing:
        node["code"].wrong(f"{kind} has no code; leave it out")
    if kind in NEEDS_REGION and node["region"].missing:
        node["region"].wrong("is missing")
    if kind not in CEILINGS and not node["ceiling"].missing:
        node["ceiling"].wrong(f"{kind} has no ceiling; leave it out")
    bare = kind in NEEDS_NO_CODE and node["code"].missing
    wanted = kind in NEEDS_CEILING or not node["ceiling"].missing
    return Limit(
        kind=kind,
        region=None if node["region"].missing else node["region"].known(cat.regions, "region"),
        side=read_side(node["side"]),
        code="" if known is None or bare else node["code"].known(known, "code"),
        ceiling=node["ceiling"].number(0, CEILINGS[kind]) if wanted else None,
        words=_text(node["words"]),
        by=_text(node["by"]),
        until=_day(node["until"]),
    )


def codes(cat: Catalogue) -> dict[str, Container[str]]:
    """What the code of a limit may be, by kind; a kind that is not here has none."""
    rules = cat.limit_rules
    return {
        "weight_bearing": rules.weight_bearing,
        "range": rules.directions,
        "load": (POUNDS,),
        "position": rules.postures,
        "combination": rules.combinations,
        "exercise": cat.exercises,
        "strict_tag": cat.tags,
    }


def limit_json(limit: Limit) -> dict[str, Any]:
    """Write a limit down as `read_limit` takes it."""
    values = {
        "region": limit.region,
        "side": limit.side,
        "code": limit.code or None,
        "ceiling": limit.ceiling,
        "words": limit.words or None,
        "by": limit.by or None,
        "until": limit.until.isoformat() if limit.until else None,
    }
    return {"kind": limit.kind, **{key: value for key, value in values.items() if value is not None}}


def _text(node: Node) -> str:
    return "" if node.missing else node.text()


def _day(node: Node) -> date | None:
    if node.missing:
        return None
    try:
        return date.fromisoformat(node.text())
    except ValueError:
        node.wrong("expected a day such as 2027-02-03")
