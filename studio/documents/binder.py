"""Binding finished PDFs into one file, written front to back: what it holds in memory does not grow with the pile.

Pages, tags and language come along as they are; each part gets a bookmark and, on request, a stamp on its pages. It
takes papers of this package only: their tags hang on one root, they have no links, and their pages share nothing.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, BinaryIO

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NumberObject,
    TextStringObject,
)

from studio.documents.binder_source import Source, dictionary, name, stream
from studio.documents.clean import NAME, clean

CATALOG, PAGES, TAGS, DOCUMENT, INFO, OUTLINES, BEFORE, AFTER = range(1, 9)


@dataclass(frozen=True, slots=True)
class Part:
    """Papers that stay together under one bookmark, each a name and a PDF; `stamps` has as many pages."""

    title: str
    papers: Sequence[tuple[str, bytes]]
    stamps: bytes | None = None


@dataclass(slots=True)
class Mark:
    """A bookmark: its words, the object of the page it leads to, what stands under it."""

    title: str
    page: int
    below: list["Mark"] = field(default_factory=list)


class Binder:
    """Add parts, then close. With `both_sides` each part begins on a new sheet of paper."""

    def __init__(self, out: BinaryIO, *, both_sides: bool) -> None:
        self.out, self.both_sides = out, both_sides
        self.pages = 0
        self.leaves = 0  # pages that have tags
        self._offsets = array("Q", [0] * (AFTER + 1))
        self._kids: list[int] = []
        self._tags: list[int] = []
        self._parents: list[int] = []
        self._marks: list[Mark] = []
        out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self.write(BEFORE, stream(b"q"))
        self.write(AFTER, stream(b"Q /Artifact BMC /Stamp Do EMC"))

    def add(self, part: Part) -> int:
        """Write a part and return how many pages it has, without the empty side that may follow it."""
        stamps = Source(self, part.stamps) if part.stamps else None
        marks: list[Mark] = []
        count = 0
        for title, pdf in part.papers:
            source = Source(self, pdf)
            if stamps:
                source.stamp(stamps, count)
            tags, parents = source.write_tags(self.leaves, DOCUMENT, clean(title, NAME))
            root, pages = source.write_pages(PAGES)
            self._kids.append(root)
            self._tags += tags
            self._parents.append(parents)
            self.leaves += len(pages)
            marks.append(Mark(clean(title, NAME), pages[0]))
            count += len(pages)
            size = source.size
            source.forget()
        if stamps:
            stamps.forget()
        self._marks.append(Mark(clean(part.title, NAME), marks[0].page, marks if len(marks) > 1 else []))
        self.pages += count
        if self.both_sides and count % 2:
            self._empty_side(size)
        return count

    def close(self, *, title: str, author: str, lang: str, front: bytes | None = None) -> None:
        """Write what holds the parts together; a front page, which is known last, is put first."""
        if front is not None:
            held: tuple[list[Any], ...] = (self._kids, self._tags, self._marks)
            ends = [len(one) for one in held]
            self.add(Part(title, [(title, front)]))
            for one, end in zip(held, ends, strict=True):
                one[:] = [*one[end:], *one[:end]]
        self.write(PAGES, dictionary(Type=name("Pages"), Kids=self._refs(self._kids), Count=NumberObject(self.pages)))
        parents = dictionary(Kids=self._refs(self._parents))
        tree = dictionary(Type=name("StructTreeRoot"), K=self.ref(DOCUMENT), ParentTree=parents)
        tree[name("ParentTreeNextKey")] = NumberObject(self.leaves)
        self.write(TAGS, tree)
        whole = {"Type": name("StructElem"), "S": name("Document"), "P": self.ref(TAGS), "K": self._refs(self._tags)}
        self.write(DOCUMENT, dictionary(**whole))
        self._write_marks(OUTLINES, self._marks, {"Type": name("Outlines")})
        words = {"Title": title, "Author": author, "Creator": "Plumbline"}
        self.write(INFO, dictionary(**{key: _words(one) for key, one in words.items()}))
        self.write(CATALOG, self._catalog(lang))
        self._write_end()

    def _catalog(self, lang: str) -> DictionaryObject:
        sides = "DuplexFlipLongEdge" if self.both_sides else "Simplex"
        return dictionary(
            Type=name("Catalog"),
            Pages=self.ref(PAGES),
            StructTreeRoot=self.ref(TAGS),
            MarkInfo=dictionary(Marked=BooleanObject(True)),
            Lang=TextStringObject(lang),
            Outlines=self.ref(OUTLINES),
            PageMode=name("UseOutlines"),
            ViewerPreferences=dictionary(DisplayDocTitle=BooleanObject(True), Duplex=name(sides)),
        )

    def number(self) -> int:
        """Give out the number of a new object."""
        self._offsets.append(0)
        return len(self._offsets) - 1

    def ref(self, number: int) -> IndirectObject:
        """Name an object of this file."""
        return IndirectObject(number, 0, self)

    def write(self, number: int, value: Any) -> None:
        """Write an object whose parts are all of this file."""
        self._offsets[number] = self.out.tell()
        self.out.write(b"%d 0 obj\n" % number)
        value.write_to_stream(self.out)
        self.out.write(b"\nendobj\n")

    def _refs(self, numbers: Sequence[int]) -> ArrayObject:
        return ArrayObject([self.ref(one) for one in numbers])

    def _empty_side(self, size: tuple[float, float]) -> None:
        """The back of a sheet on which nothing is printed."""
        number = self.number()
        box = ArrayObject([FloatObject(one) for one in (0, 0, *size)])
        page = dictionary(Type=name("Page"), Parent=self.ref(PAGES), MediaBox=box, Resources=dictionary())
        self.write(number, page)
        self._kids.append(number)
        self.pages += 1

    def _write_marks(self, above: int, marks: Sequence[Mark], more: dict[str, Any]) -> None:
        """Write a bookmark, or the root of them, with those under it."""
        numbers = [self.number() for _ in marks]
        for place, (mark, number) in enumerate(zip(marks, numbers, strict=True)):
            goal = ArrayObject([self.ref(mark.page), name("Fit")])
            item = {"Title": _words(mark.title), "Parent": self.ref(above), "Dest": goal}
            if place:
                item["Prev"] = self.ref(numbers[place - 1])
            if mark is not marks[-1]:
                item["Next"] = self.ref(numbers[place + 1])
            self._write_marks(number, mark.below, item)
        if numbers:
            more |= {"First": self.ref(numbers[0]), "Last": self.ref(numbers[-1]), "Count": NumberObject(len(numbers))}
        self.write(above, dictionary(**more))

    def _write_end(self) -> None:
        start = self.out.tell()
        self.out.write(b"xref\n0 %d\n0000000000 65535 f \n" % len(self._offsets))
        for offset in self._offsets[1:]:
            self.out.write(b"%010d 00000 n \n" % offset)
        trailer = dictionary(Size=NumberObject(len(self._offsets)), Root=self.ref(CATALOG), Info=self.ref(INFO))
        self.out.write(b"trailer\n")
        trailer.write_to_stream(self.out)
        self.out.write(b"\nstartxref\n%d\n%%%%EOF\n" % start)


def _words(text: str) -> TextStringObject:
    return TextStringObject(clean(text, 2 * NAME))


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page of a paper, in points."""
    source = PdfReader(BytesIO(pdf))
    return [(float(page.mediabox.width), float(page.mediabox.height)) for page in source.pages]
