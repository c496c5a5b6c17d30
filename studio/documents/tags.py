"""A canvas that writes tagged PDF: what a screen reader hears, in which order, and what it skips.

ReportLab writes no structure tree, so the canvas keeps one: `element` opens a branch, `content` a leaf whose
drawing is marked in the page, `artifact` marks what is only decoration. PDF 32000-1, 14.6 to 14.8. Headings become
the bookmarks of a document of several pages.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from studio.documents import fonts
from studio.documents.clean import NAME, clean
from studio.documents.inks import Inks, on_fax
from studio.documents.tree import HEADINGS, Node, write_tree

Finish = Callable[["TaggedCanvas", int, int], None]


class TaggedCanvas(Canvas):
    """Draws tagged pages; calls `finish(canvas, page, pages)` on each once their number is known."""

    def __init__(self, filename: Any, *, finish: Finish | None = None, inks: Inks = "colour", **options: Any) -> None:
        fonts.register()
        # Without a first font of our own ReportLab names an unembedded Helvetica on every page.
        super().__init__(
            filename, **(options | {"initialFontName": fonts.REGULAR, "invariant": 1, "pdfVersion": (1, 7)})
        )
        self.inks = inks
        if inks == "fax":
            # Every colour that text, rules and fills are given passes this one function.
            self._enforceColorSpace = on_fax
        self.setViewerPreference("DisplayDocTitle", "true")
        self._finish = finish
        self._branch = [Node("Document")]
        self._open: Node | None = None
        self._marked = self._quiet = False
        self._leaves: list[list[Node]] = [[]]
        self._headings: list[tuple[Node, int, float]] = []
        self._held: list[dict[str, Any]] = []

    @contextmanager
    def element(self, tag: str, *, scope: str = "", node: Node | None = None) -> Iterator[Node]:
        """Open a branch of the structure tree, such as a list; pass `node` to go on with one begun earlier."""
        if self._quiet:
            yield Node(tag)
            return
        if node is None:
            node = Node(tag, scope=scope)
            self._branch[-1].kids.append(node)
        self._branch.append(node)
        yield node
        self._branch.pop()

    @contextmanager
    def content(self, tag: str, *, alt: str = "", scope: str = "", node: Node | None = None) -> Iterator[Node]:
        """Mark what is drawn as one structure element; pass `node` to go on with one begun earlier."""
        if self._quiet:
            yield Node(tag)
            return
        if node is None:
            node = Node(tag, alt, scope)
            self._branch[-1].kids.append(node)
        leaves = self._leaves[-1]
        node.kids.append((len(self._leaves) - 1, len(leaves)))
        with self._mark(f"/{tag} <</MCID {len(leaves)}>> BDC"):
            leaves.append(node)
            self._open = node
            yield node
            self._open = None

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Mark what is drawn as decoration that is not read out; `kind` is Header or Footer for what every page has."""
        if self._quiet:
            yield
            return
        with self._mark(
            f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC" if kind else "/Artifact <</Type /Layout>> BDC"
        ):
            yield

    @contextmanager
    def again(self) -> Iterator[None]:
        """Draw once more what was read out on an earlier page: all of it is page furniture here."""
        with self.artifact("Header"):
            self._quiet = True
            yield
            self._quiet = False

    def say(self, words: str, top: float, *, turned: bool) -> None:
        """Note what is about to be printed, as it is read; `top` is its upper edge, `turned` whether it holds letters
        that are printed from right to left."""
        node = self._open
        if node is None:
            return
        node.turned = node.turned or turned
        if node.tag in HEADINGS and not node.words:
            self._headings.append((node, len(self._leaves) - 1, self.absolutePosition(0, top)[1]))
        node.words.append(words)

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
            if len(self._held) > 1:
                self._write_bookmarks(number - 1)
            super().showPage()
            pages.append(self._doc.Pages.pages[-1])
        write_tree(self._doc, self._branch[0], pages, self._leaves)
        super().save()

    def _write_bookmarks(self, page: int) -> None:
        for number, (node, place, top) in enumerate(self._headings):
            if place == page:
                level = min(int(node.tag[1]) - 1, self._doc.outline.currentlevel + 1)
                self.bookmarkPage(f"heading-{number}", fit="XYZ", top=round(top, 1))
                self.addOutlineEntry(clean(" ".join(node.words), NAME) or "–", f"heading-{number}", level)
