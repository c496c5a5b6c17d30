"""A canvas that writes tagged PDF: what a screen reader hears, in which order, and what it skips.

ReportLab writes no structure tree, so the canvas keeps one: `element` opens a branch, `content` a leaf whose
drawing is marked in the page, `artifact` marks what is only decoration. PDF 32000-1, 14.6 to 14.8.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from studio.documents import fonts
from studio.documents.clean import clean

Finish = Callable[["TaggedCanvas", int, int], None]


@dataclass(slots=True)
class Node:
    """A structure element; its kids are elements, or (page, number) of marked content."""

    tag: str
    alt: str = ""
    actual: str = ""
    scope: str = ""
    """What a head of a table stands for: its Row or its Column."""
    kids: list["Node | tuple[int, int]"] = field(default_factory=list)


class TaggedCanvas(Canvas):
    """Draws tagged pages; calls `finish(canvas, page, pages)` on each once their number is known."""

    def __init__(self, filename: Any, *, finish: Finish | None = None, **options: Any) -> None:
        fonts.register()
        # Without a first font of our own ReportLab names an unembedded Helvetica on every page.
        super().__init__(filename, **(options | {"initialFontName": fonts.REGULAR, "invariant": 1}))
        self.setViewerPreference("DisplayDocTitle", "true")
        self._finish = finish
        self._branch = [Node("Document")]
        self._marked = False
        self._leaves: list[list[Node]] = [[]]
        self._held: list[dict[str, Any]] = []

    def describe(self, *, title: str, author: str, dated: date | None = None) -> None:
        """Set title, author and the date in the file's properties."""
        self.setTitle(title)
        self.setAuthor(author)
        self.setCreator("Plumbline")
        if dated is not None:
            self._doc._timeStamp.YMDhms = (dated.year, dated.month, dated.day, 12, 0, 0)

    @contextmanager
    def element(self, tag: str, *, alt: str = "") -> Iterator[None]:
        """Open a branch of the structure tree, such as a list."""
        node = Node(tag, alt)
        self._branch[-1].kids.append(node)
        self._branch.append(node)
        yield
        self._branch.pop()

    @contextmanager
    def content(
        self, tag: str, *, alt: str = "", actual: str = "", scope: str = "", node: Node | None = None
    ) -> Iterator[Node]:
        """Mark what is drawn as one structure element; pass `node` to go on with one begun earlier."""
        if node is None:
            node = Node(tag, alt, actual, scope)
            self._branch[-1].kids.append(node)
        leaves = self._leaves[-1]
        node.kids.append((len(self._leaves) - 1, len(leaves)))
        with self._mark(f"/{tag} <</MCID {len(leaves)}>> BDC"):
            leaves.append(node)
            yield node

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is drawn as decoration that is not read out."""
        with self._mark("/Artifact BMC"):
            yield

    @contextmanager
    def _mark(self, begin: str) -> Iterator[None]:
        if self._marked:
            raise RuntimeError("Marked content cannot hold marked content")
        self._marked = True
        self._code.append(begin)
        yield
        self._code.append("EMC")
        self._marked = False

    def showPage(self) -> None:
        # Held back until the number of pages is known.
        self._held.append(dict(self.__dict__))
        self._leaves.append([])
        self._startPage()

    def save(self) -> None:
        if self._code or not self._held:
            self.showPage()
        pages = []
        for number, state in enumerate(self._held, 1):
            self.__dict__.update(state)
            if self._finish is not None:
                self._finish(self, number, len(self._held))
            super().showPage()
            pages.append(self._doc.Pages.pages[-1])
        self._write_structure(pages)
        super().save()

    def _write_structure(self, pages: list[Any]) -> None:
        references: dict[int, Any] = {}
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        reference = self._doc.Reference(root)
        root["K"] = self._written(self._branch[0], reference, pages, references)
        numbers: list[Any] = []
        for index, page in enumerate(pages):
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents = index
            page.Tabs = PDFName("S")
            numbers += [index, self._doc.Reference(PDFArray([references[id(leaf)] for leaf in self._leaves[index]]))]
        root["ParentTree"] = self._doc.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        self._doc.Catalog.StructTreeRoot = reference
        self._doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _written(self, node: Node, parent: Any, pages: list[Any], references: dict[int, Any]) -> Any:
        entry = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(node.tag), "P": parent})
        reference = references[id(node)] = self._doc.Reference(entry)
        kids = []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self._written(kid, reference, pages, references))
            else:
                page, number = kid
                kids.append(
                    PDFDictionary({"Type": PDFName("MCR"), "Pg": self._doc.Reference(pages[page]), "MCID": number})
                )
        entry["K"] = PDFArray(kids)
        for name, text in (("Alt", node.alt), ("ActualText", node.actual)):
            if text:
                entry[name] = PDFString(clean(text, 2000))
        if node.scope:
            entry["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(node.scope)})
        return reference
