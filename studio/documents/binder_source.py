"""A finished paper on its way into a binder: its objects get new numbers as they are met, and are written at once."""

from io import BytesIO
from typing import Any, Protocol

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

BEFORE, AFTER = 7, 8


class Goal(Protocol):
    """What a source needs of the file it goes into."""

    def number(self) -> int: ...
    def ref(self, number: int) -> IndirectObject: ...
    def write(self, number: int, value: Any) -> None: ...


class Source:
    """One paper. Tags before pages, then it is spent: its objects are changed in place."""

    def __init__(self, goal: Goal, pdf: bytes) -> None:
        self.goal = goal
        self._file = BytesIO(pdf)
        self._reader = reader = PdfReader(self._file)
        catalog: Any = reader.root_object
        self.catalog = catalog
        self.leaves: list[IndirectObject] = list(catalog["/Pages"]["/Kids"])
        self._numbers: dict[int, int] = {}
        self._waiting: list[IndirectObject] = []
        self._first = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of its last page."""
        left, bottom, right, top = self._page(-1)["/MediaBox"]
        return float(right - left), float(top - bottom)

    def stamp(self, stamps: "Source", first: int) -> None:
        """Lay a page of `stamps` over each page, from its page `first` on."""
        for place in range(len(self.leaves)):
            page = self._page(place)
            over = self.goal.ref(stamps.write_as_drawing(first + place))
            page["/Resources"].setdefault(name("XObject"), dictionary())[name("Stamp")] = over
            page[name("Contents")] = ArrayObject(
                [self.goal.ref(BEFORE), page.raw_get("/Contents"), self.goal.ref(AFTER)]
            )

    def write_as_drawing(self, place: int) -> int:
        """Write a page so that another may draw it, and return its number."""
        page, number = self._page(place), self.goal.number()
        drawing = page["/Contents"]
        for key, value in (("Type", name("XObject")), ("Subtype", name("Form")), ("BBox", page["/MediaBox"])):
            drawing[name(key)] = value
        drawing[name("Resources")] = page.raw_get("/Resources")
        self.goal.write(number, self._moved(drawing))
        self._write_waiting()
        return number

    def write_tags(self, first: int, above: int, title: str) -> tuple[list[int], int]:
        """Hang its tags under another element, its pages numbered from `first`.

        Returns the numbers of the tags and of its part of the parent tree.
        """
        self._first = first
        tree = self.catalog["/StructTreeRoot"]
        self._numbers[self.catalog.raw_get("/StructTreeRoot").idnum] = above
        kids = tree.raw_get("/K")
        tops = list(kids) if isinstance(kids, ArrayObject) else [kids]
        for one in tops:
            top = one.get_object()
            top[name("S")] = name("Part")
            top[name("T")] = TextStringObject(title)
            top[name("Lang")] = TextStringObject(str(self.catalog.get("/Lang", "en")))
        numbers = ArrayObject()
        known = tree["/ParentTree"]["/Nums"]
        for key, value in zip(known[::2], known[1::2], strict=True):
            numbers += [NumberObject(key + first), self._moved(value)]
        limits = ArrayObject([numbers[0], numbers[-2]])
        parents = self.goal.number()
        self.goal.write(parents, dictionary(Limits=limits, Nums=numbers))
        return [self._number(one) for one in tops], parents

    def write_pages(self, above: int) -> tuple[int, list[int]]:
        """Write the pages and all that hangs on them; returns the numbers of their root and of each page."""
        root, pages = self.goal.number(), self.catalog["/Pages"]
        self._numbers[self.catalog.raw_get("/Pages").idnum] = root
        leaves = [self._number(one) for one in self.leaves]
        pages[name("Parent")] = self.goal.ref(above)
        self.goal.write(root, self._moved(pages))
        self._write_waiting()
        return root, leaves

    def forget(self) -> None:
        """Let go of what was read: its objects name their reader and the reader them, so they would stay for long."""
        self._file.close()
        reader = self._reader
        for held in (reader.resolved_objects, reader.xref, reader.xref_free_entry, reader.trailer, self.catalog):
            held.clear()

    def _page(self, place: int) -> Any:
        return self.leaves[place].get_object()

    def _number(self, old: IndirectObject) -> int:
        if old.idnum not in self._numbers:
            self._numbers[old.idnum] = self.goal.number()
            self._waiting.append(old)
        return self._numbers[old.idnum]

    def _write_waiting(self) -> None:
        while self._waiting:
            old = self._waiting.pop()
            self.goal.write(self._numbers[old.idnum], self._moved(old.get_object()))

    def _moved(self, value: Any) -> Any:
        """The same value with the new numbers in it."""
        if isinstance(value, IndirectObject):
            return value if value.pdf is self.goal else self.goal.ref(self._number(value))
        if isinstance(value, DictionaryObject):
            for key in list(value):
                held = value.raw_get(key)
                value[name(key[1:])] = (
                    NumberObject(held + self._first) if key == "/StructParents" else self._moved(held)
                )
        elif isinstance(value, ArrayObject):
            for place, held in enumerate(value):
                value[place] = self._moved(held)
        return value


def name(word: str) -> NameObject:
    return NameObject(f"/{word}")


def dictionary(**values: Any) -> DictionaryObject:
    return DictionaryObject({name(key): value for key, value in values.items()})


def stream(content: bytes) -> DecodedStreamObject:
    """Some content as it is."""
    made = DecodedStreamObject()
    made.set_data(content)
    return made
