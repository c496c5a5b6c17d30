"""The structure tree of a tagged PDF: its elements while pages are drawn, and how they are written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from studio.documents.clean import clean

HEADINGS = ("H1", "H2", "H3")


@dataclass(slots=True)
class Node:
    """A structure element; its kids are elements, or (page, number) of marked content."""

    tag: str
    alt: str = ""
    scope: str = ""
    """What a head of a table stands for: its Row or its Column."""
    kids: list["Node | tuple[int, int]"] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """What is printed in it, as it is read."""
    turned: bool = False
    """Whether some of it is printed in another order than it is read in: from right to left."""


def write_tree(doc: Any, root: Node, pages: Sequence[Any], leaves: Sequence[Sequence[Node]]) -> None:
    """Write the tree into a ReportLab document; `leaves` are the elements of each page's marked contents."""
    references: dict[int, Any] = {}
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    reference = doc.Reference(tree)
    tree["K"] = _written(doc, root, reference, pages, references)
    numbers: list[Any] = []
    for index, page in enumerate(pages):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = index
        page.Tabs = PDFName("S")
        numbers += [index, doc.Reference(PDFArray([references[id(leaf)] for leaf in leaves[index]]))]
    tree["ParentTree"] = doc.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    tree["ParentTreeNextKey"] = len(pages)
    doc.Catalog.StructTreeRoot = reference
    doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _written(doc: Any, node: Node, parent: Any, pages: Sequence[Any], references: dict[int, Any]) -> Any:
    entry = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(node.tag), "P": parent})
    reference = references[id(node)] = doc.Reference(entry)
    kids = []
    for kid in node.kids:
        if isinstance(kid, Node):
            kids.append(_written(doc, kid, reference, pages, references))
        else:
            page, number = kid
            kids.append(PDFDictionary({"Type": PDFName("MCR"), "Pg": doc.Reference(pages[page]), "MCID": number}))
    entry["K"] = PDFArray(kids)
    for name, text in (("Alt", node.alt), ("ActualText", " ".join(node.words) if node.turned and not node.alt else "")):
        if text:
            entry[name] = PDFString(clean(text, 2000))
    if node.scope:
        entry["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(node.scope)})
    return reference
