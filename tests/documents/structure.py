"""What is wrong with the tags of a finished PDF, said in words."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pikepdf

from tests.documents import reading

HEADINGS = ("H1", "H2", "H3", "H4")
MAY_HOLD = {
    "L": {"Caption", "LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "TR"},
    "TR": {"TH", "TD"},
}
"""Of these elements, what may stand right inside them (ISO 32000-1, 14.8.4)."""
ONLY_IN = {"LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}}


def marked(pdf: bytes, page: int) -> list[str]:
    """Tags of the marked content of a page, in the order it is drawn."""
    tags = [tag[1:] for name, tag in reading.operators(pdf)[page - 1] if name == "BDC"]
    return [tag for tag in tags if tag != "Artifact"]


def bookmarks(pdf: bytes) -> list[str]:
    """The bookmarks in order, each of them leading to a page."""
    found: list[str] = []

    def walk(item: pikepdf.OutlineItem) -> None:
        found.append(item.title)
        assert item.destination is not None
        for child in item.children:
            walk(child)

    file = reading.opened(pdf)
    with file.open_outline() as outline:
        for item in outline.root:
            walk(item)
    return found


def lost_marks(pdf: bytes) -> list[str]:
    """Marked contents that do not lead to an element which knows them."""
    file = reading.opened(pdf)
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    lost = []
    for index, page in enumerate(file.pages):
        parents = numbers[2 * index + 1]
        assert page.StructParents == numbers[2 * index]
        assert len(parents) == len(marked(pdf, index + 1))
        for mark, element in enumerate(parents):
            kids = [(kid.Pg.objgen, int(kid.MCID)) for kid in element.K if "/MCID" in kid]
            if (page.obj.objgen, mark) not in kids:
                lost.append(f"page {index + 1}, mark {mark}")
    return lost


def misnested(pdf: bytes) -> list[str]:
    """Headings out of order, lists and tables that are none, figures without words."""
    file = reading.opened(pdf)
    elements = list(_elements(file.Root.StructTreeRoot.K, ""))
    wrong = [problem for parent, node in elements for problem in _wrong(parent, node)]
    levels = [int(tag[1]) for _, node in elements if (tag := _tag(node)) in HEADINGS]
    if levels.count(1) != 1:
        wrong.append(f"{levels.count(1)} titles")
    wrong += [f"H{one} before H{other}" for one, other in pairwise(levels) if other > one + 1]
    if levels and levels[0] != 1:
        wrong.append(f"begins with H{levels[0]}")
    return wrong


def _wrong(parent: str, node: Any) -> Iterator[str]:
    tag = _tag(node)
    kids = [_tag(kid) for kid in node.get("/K", []) if "/S" in kid]
    if tag in ONLY_IN and parent not in ONLY_IN[tag]:
        yield f"{tag} in {parent}"
    if tag in MAY_HOLD:
        yield from (f"{kid} in {tag}" for kid in kids if kid not in MAY_HOLD[tag])
        if not kids:
            yield f"empty {tag}"
    if tag == "TH" and str(node.get("/A", {}).get("/Scope", "")) not in {"/Row", "/Column"}:
        yield "TH without scope"
    if tag == "Table":
        widths = {len(row.K) for row in node.K}
        if len(widths) > 1:
            yield f"rows of {sorted(widths)} cells"
        if "TH" not in {_tag(cell) for row in node.K for cell in row.K}:
            yield "table without heads"
    if tag == "Figure" and not str(node.get("/Alt", "")).strip():
        yield "figure without words"
    if tag == "P" and not len(node.K):
        yield "empty P"


def _elements(node: Any, parent: str) -> Iterator[tuple[str, Any]]:
    if isinstance(node, pikepdf.Array):
        for kid in node:
            yield from _elements(kid, parent)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield parent, node
        yield from _elements(node.get("/K", pikepdf.Array()), _tag(node))


def _tag(node: Any) -> str:
    return str(node.S)[1:] if "/S" in node else ""
