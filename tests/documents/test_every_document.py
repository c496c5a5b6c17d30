"""Every document of `registry.py`, printed on both papers and read back."""

import io
import os
from dataclasses import replace
from functools import cache
from inspect import unwrap
from itertools import count, cycle, product
from pathlib import Path

import pypdf
import pytest

from studio.documents.check import print_warnings
from studio.sheets import Paper
from studio.sheets.referral_slip import ReferralSlip
from tests.documents import reading, structure
from tests.documents.forbidden import forbidden_words
from tests.documents.heard import heard, pieces
from tests.documents.hostile import HOSTILE, SHAPELESS, filled, texts_of
from tests.documents.registry import PAPERS, SAMPLES, Sample
from tests.documents.sample_logo import a_logo, under
from tests.documents.samples import STUDIO
from tests.examples import some

GOLDEN = Path(__file__).parent / "golden"
IDS = {"lang", "exercise", "posture", "compensation", "muscle", "look"}
NOT_EVERYWHERE = ("studio.address", "studio.email", "studio.website")
"""How to reach the studio: each document says what its reader needs of it."""
SILENT: dict[str, set[str]] = {
    "home-sheet-12": {"coach_credential"},
    "warm-up": {"studio.name", "studio.phone", "why_empty"},
    "findings": {"measured_advice"},
    "limits": {"studio.phone"},
    # The coach's reading holds what the client's does not say.
    "findings-coach": {
        f"report.{field}"
        for field in (
            *("also_seen", "cards.it_may_be", "cards.we_saw", "cards.we_will", "client_first", "coach_credential"),
            *("home_minutes", "measured_advice", "overactive.name", "plan.name", "plan.words", "underactive.name"),
        )
    },
    "progress-coach": {
        *("checkpoints.name", "client_first", "coach_credential", "score.line.name", "score.line.values"),
        *("score.line.overall.detail", "score.line.overall.words"),
    },
    # Paper compares the first date with the last; the page shows what lies between.
    "progress": {
        *("checkpoints.name", "occasions.how", "measures.values", "score.line.name", "score.line.overall.words"),
        *("checkpoints.rows.overall.detail", "score.line.overall.detail"),
        *("checkpoints.rows.latest.words", "checkpoints.rows.latest.detail"),
    },
}
"""Texts of a value that its document does not print, some of them only where others stand."""
BY_NAME = {sample.name: sample for sample in SAMPLES}
# One document after the other: what is read of it is kept for the next test of it.
PRINTED = pytest.mark.parametrize(("name", "paper"), list(product(BY_NAME, PAPERS)), scope="module")
OPEN = [sample.name for sample in SAMPLES if sample.hostile]
HOSTILES = pytest.mark.parametrize(("name", "words"), some(product(OPEN, SHAPELESS)))
MIXED = [words for words in HOSTILE if words not in SHAPELESS]
MIXTURES = pytest.mark.parametrize(("name", "first"), some(product(OPEN, range(0, len(MIXED), 4))))


@cache
def printed(name: str, paper: Paper) -> bytes:
    return BY_NAME[name].on(paper)


@PRINTED
def test_its_words_stand_in_reading_order_as_they_did(name: str, paper: Paper) -> None:
    """Written anew with GOLDEN=write; read what changed before committing it."""
    file = GOLDEN / f"{name}.{paper}.txt"
    told = heard(printed(name, paper))
    if os.environ.get("GOLDEN") == "write":
        file.write_text(told)
    assert told == file.read_text()


def test_no_golden_text_is_left_of_a_document_that_is_gone() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == {
        f"{name}.{paper}.txt" for name, paper in product(BY_NAME, PAPERS)
    }


@PRINTED
def test_it_has_as_many_pages_as_stated_and_none_of_them_is_empty(name: str, paper: Paper) -> None:
    pdf = printed(name, paper)
    width, height = (595.28, 841.89) if paper == "A4" else (612, 792)
    assert all(sorted(size) == pytest.approx(sorted((width, height)), abs=0.1) for size in reading.sizes(pdf))
    assert len(reading.sizes(pdf)) == BY_NAME[name].pages_on(paper)
    assert {piece.page for piece in pieces(pdf) if piece.mark >= 0} == set(range(1, len(reading.sizes(pdf)) + 1))


@PRINTED
def test_nothing_leaves_the_margins_and_no_words_lie_over_others(name: str, paper: Paper) -> None:
    assert reading.misplaced(printed(name, paper), BY_NAME[name].margin) == []


@PRINTED
def test_no_heading_stands_alone_at_the_foot_of_a_page(name: str, paper: Paper) -> None:
    pdf = printed(name, paper)
    for page in range(1, len(reading.sizes(pdf)) + 1):
        *_, last = structure.marked(pdf, page)
        assert last not in structure.HEADINGS, f"page {page} ends with a heading"


@PRINTED
def test_every_mark_is_content_or_decoration_and_leads_to_its_element(name: str, paper: Paper) -> None:
    pdf = printed(name, paper)
    assert reading.unmarked_operators(pdf) == []
    assert structure.lost_marks(pdf) == []


@PRINTED
def test_a_screen_reader_finds_its_way(name: str, paper: Paper) -> None:
    pdf = printed(name, paper)
    file = reading.opened(pdf)
    root = file.Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == "en"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    title = reading.title(pdf)
    assert title
    told = file.open_metadata()
    assert told["dc:title"] == title
    assert told["dc:language"] == {"en"}
    assert "pdfuaid:part" not in told  # nobody has validated it
    assert structure.misnested(pdf) == []


@PRINTED
def test_a_document_of_several_pages_has_its_headings_as_bookmarks(name: str, paper: Paper) -> None:
    pdf = printed(name, paper)
    headings = [line.strip()[3:] for line in heard(pdf).splitlines() if line.strip()[:2] in structure.HEADINGS]
    wanted = headings if len(reading.sizes(pdf)) > 1 else []
    assert ["".join(one.split()) for one in structure.bookmarks(pdf)] == ["".join(one.split()) for one in wanted]


@PRINTED
def test_all_fonts_are_embedded_and_nothing_is_needed_from_outside(name: str, paper: Paper) -> None:
    pdf = printed(name, paper)
    fonts = reading.font_names(pdf)
    assert fonts
    assert all(fonts.values()), fonts
    assert reading.dangerous_keys(pdf) == ({"image"} if "photos" in name else set())


@PRINTED
def test_the_file_is_sound_small_and_the_same_each_time(name: str, paper: Paper) -> None:
    pdf = printed(name, paper)
    with reading.opened(pdf) as file:
        assert file.check_pdf_syntax() == []
    assert len(pdf) <= BY_NAME[name].kilobytes * 1000
    anew = replace(BY_NAME[name], render=unwrap(BY_NAME[name].render))  # not one that was kept
    assert anew.on(paper) == pdf


@pytest.mark.parametrize("name", OPEN)
def test_the_logo_stands_in_its_head_and_takes_no_page_of_its_own(name: str) -> None:
    sample = BY_NAME[name]
    pdf = sample.render(under(sample.value, a_logo(wide=True)))
    shown = reading.elements(pdf).count(("Figure", f"Logo of {STUDIO.name}"))
    assert shown == (2 if sample.value.__class__ is ReferralSlip else 1)
    assert reading.dangerous_keys(pdf) == {"image"}
    assert reading.misplaced(pdf, sample.margin) == []
    assert len(reading.sizes(pdf)) == sample.pages


@pytest.mark.parametrize("name", [sample.name for sample in SAMPLES if sample.fax])
def test_what_goes_by_fax_is_black_on_white_its_logo_too(name: str) -> None:
    sample = BY_NAME[name]
    pdf = sample.render(under(sample.value, a_logo()))
    assert {number for colour in reading.colours(pdf) for number in colour} <= {0, 1}
    (page, *_) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    (logo,) = page.images
    assert {colour for _, colour in logo.image.convert("RGB").getcolors()} == {(0, 0, 0), (255, 255, 255)}


@pytest.mark.parametrize("name", [sample.name for sample in SAMPLES if sample.for_client])
def test_a_client_reads_no_word_that_is_not_for_them(name: str) -> None:
    assert forbidden_words(reading.text(printed(name, "A4"))) == []


@pytest.mark.parametrize("name", OPEN)
def test_no_text_of_its_value_is_left_out(name: str) -> None:
    sample = BY_NAME[name]
    value = filled(sample.value, (f"zq{number}x" for number in count(100)))
    pdf = sample.render(value)
    told = "".join((heard(pdf) + reading.title(pdf)).split()).casefold()
    lost = {field for field, words in texts_of(value) if words.startswith("zq") and words not in told}
    named = {field for field in lost if field.rpartition(".")[2] not in IDS and not field.endswith(NOT_EVERYWHERE)}
    assert named == SILENT.get(name, set())


@pytest.mark.parametrize("name", OPEN)
def test_what_cannot_be_printed_is_seen_to_be_missing_and_warned_of(name: str) -> None:
    sample = BY_NAME[name]
    value = filled(sample.value, "王")
    assert "\u25a1" in reading.text(sample.render(value))
    assert "王" not in reading.text(sample.render(value))
    assert any("cannot print (王)" in warning for warning in print_warnings(value))


@HOSTILES
def test_it_prints_with_any_text_in_every_field(name: str, words: str) -> None:
    sample = BY_NAME[name]
    sound(sample, sample.render(filled(sample.value, HOSTILE[words])))


@MIXTURES
def test_it_prints_with_texts_of_other_kinds_side_by_side(name: str, first: int) -> None:
    sample = BY_NAME[name]
    kinds = MIXED[first:] + MIXED[:first]
    try:
        sound(sample, sample.render(filled(sample.value, cycle(HOSTILE[words] for words in kinds))))
    except Exception as error:
        alone = [words for words in kinds if not is_sound(sample, HOSTILE[words])]
        raise AssertionError(f"not with {' or '.join(alone) or 'these together'}: {error}") from error


def is_sound(sample: Sample, words: str) -> bool:
    try:
        sound(sample, sample.render(filled(sample.value, words)))
    except Exception:
        return False
    return True


@pytest.mark.parametrize("name", OPEN)
def test_every_field_may_hold_another_kind_of_text(name: str) -> None:
    sample = BY_NAME[name]
    sound(sample, sample.render(filled(sample.value, cycle(HOSTILE.values()))))


def sound(sample: Sample, pdf: bytes) -> None:
    assert reading.dangerous_keys(pdf) == set()
    assert reading.misplaced(pdf, sample.margin) == []
    assert reading.unmarked_operators(pdf) == []
    assert all(reading.font_names(pdf).values())
    if sample.one_page:
        assert len(reading.sizes(pdf)) == sample.pages
    with reading.opened(pdf) as file:
        assert file.check_pdf_syntax() == []
