"""The home sheet: what a client finds on the fridge, at every size and on both papers."""

from dataclasses import replace
from itertools import product

import pytest

from studio.documents.home_programme import render
from studio.sheets import HomeSheet, Paper, PrintSize, usual_size
from tests.documents import reading
from tests.documents.forbidden import forbidden_words
from tests.documents.sample_lines import LINES
from tests.documents.samples import first_home_sheet, home_sheet, long_home_sheet
from tests.examples import some

PAPERS: tuple[Paper, ...] = ("A4", "Letter")
SIZES: tuple[PrintSize, ...] = (12, 14, 18)


@pytest.mark.parametrize(
    ("paper", "size", "count"),
    some(
        [
            *product(["A4"], [12], [1, 3, 4, 6, 8]),
            *product(["Letter"], [12], [6, 8]),
            *product(["A4"], [14], [4, 6]),
            *product(["A4"], [18], [1, 4, 8]),
            *product(["Letter"], [14, 18], [6]),
        ]
    ),
)
def test_every_number_of_exercises_prints_inside_the_margins_without_overlaps(
    paper: Paper, size: PrintSize, count: int
) -> None:
    pdf = render(home_sheet(count=count, paper=paper, size=size))
    assert reading.misplaced(pdf) == []
    assert len(pdf) <= 90_000 * len(reading.pages(pdf))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("sheet", [home_sheet, long_home_sheet], ids=["usual", "long names and four cues"])
def test_six_exercises_at_12_points_fit_two_sides(sheet: type[HomeSheet], paper: Paper) -> None:
    assert len(reading.pages(render(sheet(paper=paper)))) == 2


@pytest.mark.parametrize("paper", PAPERS)
def test_four_exercises_fit_two_sides_at_their_usual_14_points(paper: Paper) -> None:
    sheet = first_home_sheet(count=4, paper=paper)
    assert usual_size(sheet.lines) == sheet.size == 14
    assert len(reading.pages(render(sheet))) == 2
    assert usual_size(LINES[:5]) == 12


def test_one_exercise_is_one_side_with_its_grid() -> None:
    (page,) = reading.pages(render(home_sheet(count=1)))
    assert "Tick each one you do" in page
    assert "Stop and call 555-0142" in page


def test_six_of_the_heaviest_pictures_weigh_no_more_than_a_mail_takes() -> None:
    """The most curves of all pictures, measured; the usual six weigh a fifth less."""
    heaviest = ("act_breath_90_90", "inh_forearm_ball", "act_adductor_band_standing", "int_sit_to_stand", "int_rdl")
    sheet = home_sheet()
    ids = (*heaviest, "int_ball_combo")
    lines = tuple(replace(line, exercise=one) for line, one in zip(sheet.lines, ids, strict=True))
    assert len(render(replace(sheet, lines=lines))) < 150_000


@pytest.mark.parametrize("size", SIZES)
def test_no_exercise_is_split_and_all_keep_their_order(size: PrintSize) -> None:
    pages = reading.pages(render(home_sheet(size=size)))
    places = []
    for line in LINES[:6]:
        # In the large grid the names stand once more.
        on = [number for number, page in enumerate(pages) if all(part in squeezed(page) for part in parts_of(line))]
        assert len(on) == 1, line.name
        places.append((on[0], squeezed(pages[on[0]]).index(squeezed(line.cues[0]))))
    assert places == sorted(places)


def parts_of(line: object) -> list[str]:
    wanted = [getattr(line, name) for name in ("name", "dose", "why", "feel_it", "not_this", "too_hard")]
    return [squeezed(part) for part in (*wanted, *line.cues)]  # type: ignore[attr-defined]


def test_an_exercise_reads_in_the_order_it_is_done() -> None:
    page = squeezed(reading.pages(render(home_sheet()))[0])
    line = LINES[1]
    order = [
        line.name,
        "STRETCH" + line.why,
        line.dose,
        *line.cues,
        "Feel it:",
        "Not this:",
        "Too hard?",
    ]
    start = page.index(squeezed(line.name))
    places = [page.index(squeezed(part), start) for part in order]
    assert places == sorted(places)


@pytest.mark.parametrize(("paper", "size"), some(product(PAPERS, SIZES)))
def test_the_safety_words_are_the_same_at_every_size_and_on_every_paper(paper: Paper, size: PrintSize) -> None:
    sheet = home_sheet(paper=paper, size=size, emergency_number="112")
    pages = [squeezed(page) for page in reading.pages(render(sheet))]
    for sentence in (
        "Stop and call 555-0142 if it feels sharp, spreading or numb, gets worse, makes you dizzy, "
        "or is 5 out of 10 or more.",
        "New calf swelling: call your doctor today.",
        "Chest discomfort, hard to breathe, faint: call 112 now.",
    ):
        assert squeezed(sentence) in pages[0]
    assert squeezed("0–2 carry on · 3–4 do less, tell us · 5 or more stop, call 555-0142") in pages[-1]
    assert all(squeezed("Exercise guidance, not medical advice") in page for page in pages)
    assert squeezed("LIMIT Do not bend the knee past 90° with weight (from your PT, until 1 Feb)") in pages[0]


def test_the_head_tells_the_facts_a_client_looks_for() -> None:
    first = reading.pages(render(home_sheet()))[0]
    for fact in (
        "Northside Movement Studio",
        "Maria’s home sheet",
        "Dana Whitfield",
        "555-0142",
        "2, Tue 17 Nov 2026",
        "Week 3 of 12",
        "4 a week",
        "Wed Fri Sat Sun",
        "about 14 min",
        "Tue 24 Nov, 5:30 pm",
        "9 of 12",
        "next check: Tue 8 Dec 2026",
        "2 new (3, 6)",
        "1 harder (4)",
        "1 stopped (cat-camel)",
        "rolling pin, wall, mat",
    ):
        assert squeezed(fact) in squeezed(first), fact


def test_the_coach_can_add_a_few_words() -> None:
    everything = reading.text(render(home_sheet(message="Well done. Slow is fine.")))
    assert everything.count("Well done. Slow is fine.") == 1
    assert "Dana Whitfield writes: Well done. Slow is fine." in everything


def test_what_is_not_known_leaves_no_trace() -> None:
    everything = reading.text(render(first_home_sheet()))
    for word in ("NEXT SESSION", "SESSIONS LEFT", "NEXT CHECK", "LIMIT", "Changed since", "Week 1 of", "None"):
        assert word not in everything
    assert "pick your days" in everything


def test_new_harder_unshown_and_substituted_exercises_are_marked() -> None:
    everything = reading.text(render(home_sheet()))
    assert "HARDER, was 10" in everything
    assert "NEW" in everything
    assert "Coach: show first" in everything
    assert "Or: use the heel of your hand." in everything


def test_what_to_do_without_the_things_reads_as_sentences() -> None:
    without = replace(LINES[0], number=1, use_instead="No band: move slowly. Use a carpet or a folded blanket.")
    everything = reading.text(render(home_sheet(lines=(without,))))
    assert "No band: move slowly. Use a carpet or a folded blanket." in everything


def test_the_side_is_the_clients_and_is_printed_in_words() -> None:
    pdf = render(home_sheet(lines=(replace(LINES[2], number=1),)))
    assert "left side" in reading.text(pdf)


def test_every_side_says_which_it_is() -> None:
    two = reading.pages(render(home_sheet()))
    assert "Side 1 of 2 – turn over" in two[0]
    assert "Side 2 of 2" in two[1]
    assert "Page 1 of 3" in reading.pages(render(home_sheet(size=14)))[0]


def test_later_sides_work_when_the_sheets_part() -> None:
    for page in reading.pages(render(home_sheet(size=18)))[1:]:
        assert "Maria’s home sheet" in page
        assert "version 2" in page
        assert "555-0142" in page


def test_tick_boxes_are_wide_enough_for_a_pen() -> None:
    every_day = reading.text(render(home_sheet(weekdays=())))
    assert "Tick the days you do it." in every_day
    # Seven boxes a week: three weeks, else a box would be narrower than 5.8 mm.
    assert "Week 5" in every_day
    assert "Week 6" not in every_day
    assert "Week 6" in reading.text(render(home_sheet()))


def test_a_sheet_without_exercises_prints() -> None:
    (page,) = reading.pages(render(home_sheet(lines=())))
    assert "Maria’s home sheet" in page
    assert "Tick" not in page


def test_a_missing_phone_and_emergency_number_leave_whole_sentences() -> None:
    sheet = home_sheet(emergency_number="")
    everything = reading.text(render(replace(sheet, studio=replace(sheet.studio, phone=""))))
    assert "Stop and tell us if it feels sharp" in everything
    assert "call the emergency number now." in everything
    assert "stop, tell us" in everything


def test_a_client_reads_no_forbidden_word() -> None:
    assert forbidden_words(reading.text(render(home_sheet()))) == []


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert render(home_sheet()) == render(home_sheet())
    assert render(home_sheet()) != render(home_sheet(version=3))


def squeezed(words: str) -> str:
    return "".join(words.split())
