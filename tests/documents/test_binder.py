"""A pile of papers in one file: every page as it was, tags and language with it, and little held in memory."""

import io
import tracemalloc
from functools import cache
from itertools import pairwise
from typing import Any

import pikepdf

from studio.documents import blank_forms, findings_report, home_programme
from studio.documents.binder import Binder, Part, page_sizes
from tests.documents import reading
from tests.documents.heard import heard
from tests.documents.registry import SAMPLES
from tests.documents.sample_forms import form_sheet
from tests.documents.samples import findings_sheet, home_sheet


@cache
def sheet(name: str = "Maria", size: int = 12) -> bytes:
    return home_programme.render(home_sheet(client_first=name, size=size))  # type: ignore[arg-type]


@cache
def report() -> bytes:
    return findings_report.render(findings_sheet())


@cache
def the_parts() -> tuple[Part, ...]:
    return (
        Part("Maria Smith", [("Home sheet", sheet("Maria"))]),
        Part("Zoë Papadopoulou", [("Home sheet", sheet("Zoë", 14)), ("Findings", report())]),
        Part("Bo Li", [("Findings", report())]),
    )


def bound(*parts: Part, both_sides: bool = False, front: bytes | None = None) -> bytes:
    out = io.BytesIO()
    binder = Binder(out, both_sides=both_sides)
    for part in parts:
        binder.add(part)
    binder.close(title="Home sheets", author="Northside", lang="en", front=front)
    assert binder.pages == len(reading.sizes(out.getvalue()))
    return out.getvalue()


def test_every_page_is_in_the_pile_with_the_words_it_had() -> None:
    alone = [page for part in the_parts() for _, pdf in part.papers for page in reading.pages(pdf)]
    assert reading.pages(bound(*the_parts())) == tuple(alone)


def test_the_file_is_sound_and_needs_nothing_from_outside() -> None:
    pdf = bound(*the_parts(), both_sides=True, front=report())
    with reading.opened(pdf) as file:
        assert file.check_pdf_syntax() == []
        assert bool(file.Root.MarkInfo.Marked)
        assert str(file.Root.Lang) == "en"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert str(file.Root.ViewerPreferences.Duplex) == "/DuplexFlipLongEdge"
    assert reading.title(pdf) == "Home sheets"
    assert reading.dangerous_keys(pdf) == set()


def test_a_screen_reader_hears_each_paper_as_it_stood_alone() -> None:
    pdf = bound(*the_parts())
    file = reading.opened(pdf)
    document = file.Root.StructTreeRoot.K
    assert str(document.S) == "/Document"
    papers = [pdf for part in the_parts() for _, pdf in part.papers]
    assert [str(kid.S) for kid in document.K] == ["/Part"] * len(papers)
    assert [str(kid.T) for kid in document.K] == ["Home sheet", "Home sheet", "Findings", "Findings"]
    assert all(str(kid.Lang) == "en" and kid.P.objgen == document.objgen for kid in document.K)
    alone = [one for paper in papers for one in reading.elements(paper) if one[0] != "Document"]
    assert [one for one in reading.elements(pdf) if one[0] not in ("Document", "Part")] == alone
    assert heard(pdf).count("  H1 ") == len(papers)


def test_every_mark_of_every_page_leads_to_its_element() -> None:
    file = reading.opened(bound(*the_parts(), both_sides=True, front=report()))
    known: dict[int, Any] = {}
    for node in file.Root.StructTreeRoot.ParentTree.Kids:
        low, high = (int(one) for one in node.Limits)
        assert [int(one) for one in list(node.Nums)[::2]] == list(range(low, high + 1))
        known |= {int(key): value for key, value in zip(list(node.Nums)[::2], list(node.Nums)[1::2], strict=True)}
    limits = [[int(one) for one in node.Limits] for node in file.Root.StructTreeRoot.ParentTree.Kids]
    assert all(one[1] < other[0] for one, other in pairwise(limits))
    written = [page for page in file.pages if "/StructParents" in page]
    assert {int(page.StructParents) for page in written} == set(known)
    for page in written:
        for mark, element in enumerate(known[int(page.StructParents)]):
            assert (page.obj.objgen, mark) in [(kid.Pg.objgen, int(kid.MCID)) for kid in element.K if "/MCID" in kid]


def test_bookmarks_name_the_parts_and_what_is_in_them() -> None:
    with reading.opened(bound(*the_parts())) as file, file.open_outline() as outline:
        found = {entry.title: [below.title for below in entry.children] for entry in outline.root}
        assert found == {"Maria Smith": [], "Zoë Papadopoulou": ["Home sheet", "Findings"], "Bo Li": []}
        goals = [entry.destination[0].objgen for entry in outline.root]
        places = [page.obj.objgen for page in file.pages]
        assert [places.index(goal) for goal in goals] == [0, 2, 6]


def test_on_both_sides_everybody_begins_on_a_new_sheet_of_paper() -> None:
    pdf = bound(*the_parts(), both_sides=True)
    pages = reading.pages(pdf)
    assert [number for number, page in enumerate(pages, 1) if not page.strip()] == [8]
    with reading.opened(pdf) as file, file.open_outline() as outline:
        places = [page.obj.objgen for page in file.pages]
        assert all(places.index(entry.destination[0].objgen) % 2 == 0 for entry in outline.root)
    assert len(set(reading.sizes(pdf))) == 1


def test_a_front_page_lies_on_top_though_it_is_written_last() -> None:
    pdf = bound(*the_parts(), front=report())
    assert reading.pages(pdf)[0] == reading.pages(report())[0]
    file = reading.opened(pdf)
    document = file.Root.StructTreeRoot.K
    assert str(document.K[0].T) == "Home sheets"


def test_a_stamp_lies_over_the_page_and_is_no_part_of_what_is_read_out() -> None:
    part = Part("Maria Smith", [("Home sheet", sheet()), ("Findings", report())], stamps=sheet("Stamp", 14))
    pdf = bound(part)
    alone = [*reading.pages(sheet()), *reading.pages(report())]
    assert all(page.startswith(own) for page, own in zip(reading.pages(pdf), alone, strict=True))
    assert "Stamp’s home sheet" in reading.pages(pdf)[0]
    assert reading.elements(pdf)[2:] == [*reading.elements(sheet())[1:], ("Part", ""), *reading.elements(report())[1:]]
    with reading.opened(pdf) as file:
        assert file.check_pdf_syntax() == []
        last = list(pikepdf.parse_content_stream(file.pages[-1]))[-4:]
    assert [str(operator) for _, operator in last] == ["Q", "BMC", "Do", "EMC"]


def test_the_pages_of_a_paper_are_known_beforehand() -> None:
    assert page_sizes(sheet()) == reading.sizes(sheet())
    assert len(page_sizes(sheet("Zoë", 14))) == 3


def test_every_document_has_the_shape_that_can_be_bound() -> None:
    """The binder copies pages and tags; what else may hang on a catalogue or on the root of the tags would be lost."""
    for sample in (one for one in SAMPLES if one.hostile or one.name == "form-consent"):
        file = reading.opened(sample.on("A4"))
        root = file.Root
        assert set(root.StructTreeRoot.keys()) <= {"/Type", "/K", "/ParentTree", "/ParentTreeNextKey"}, sample.name
        assert "/Kids" not in root.StructTreeRoot.ParentTree, sample.name
        assert all("/Kids" not in kid for kid in root.Pages.Kids), sample.name


def test_memory_does_not_grow_with_the_pile(tmp_path: Any) -> None:
    paper = blank_forms.render(form_sheet("tick-log"))

    def peak(clients: int) -> int:
        with (tmp_path / "pile.pdf").open("wb") as out:
            tracemalloc.start()
            binder = Binder(out, both_sides=True)
            for number in range(clients):
                binder.add(Part(f"Client {number}", [("Tick log", paper)]))
            binder.close(title="Tick logs", author="Northside", lang="en")
            most = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        return most

    peak(1)
    few, many = peak(20), peak(60)
    # Of each client a bookmark and the places of its objects stay.
    assert many - few < 40 * 4000
    assert many < (tmp_path / "pile.pdf").stat().st_size / 3
