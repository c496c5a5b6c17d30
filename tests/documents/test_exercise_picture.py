"""The picture's place on paper: panels on one scale, captions, and what the picture cannot tell."""

import pytest

from studio.documents.exercise_picture import Panels, exercise_picture, told
from studio.documents.home_programme import render
from studio.documents.page import page_of, write
from studio.documents.start_position import StartPosition
from studio.documents.tags import TaggedCanvas
from studio.figures import Drawing, Picture
from studio.figures import exercise_picture as picture_of
from studio.figures.shapes import box
from studio.sheets import HomeLine
from tests.documents import reading
from tests.documents.sample_lines import LINES
from tests.documents.samples import home_sheet

LYING = Drawing(200, 70, (box(0, 0, 200, 70, "pale"),), "lying")
STANDING = Drawing(70, 180, (box(0, 0, 70, 180, "pale"),), "standing")


def panels(*drawings: Drawing, label: float = 10.5) -> Panels:
    made = Panels(Picture(drawings, "A person moves."), label, "On your back, mat" if label else "")
    made.wrap(206, 150)
    return made


def printed(flowable: Panels) -> bytes:
    page = page_of("A4")

    def draw(canvas: TaggedCanvas) -> None:
        flowable.drawOn(canvas, 100, 400)

    return write(
        page, draw, finish=lambda *_: None, title="A picture", author="us", dated=home_sheet().issued, lang="en"
    )


def test_lying_panels_stand_under_each_other_and_standing_ones_beside() -> None:
    assert panels(LYING, LYING).stacked
    assert not panels(STANDING, STANDING).stacked
    assert panels(LYING, LYING).scale * 200 > 130


@pytest.mark.parametrize("drawings", [(LYING,), (LYING, LYING), (STANDING, STANDING)])
@pytest.mark.parametrize("label", [0.0, 10.5])
def test_every_panel_stays_in_the_box(drawings: tuple[Drawing, ...], label: float) -> None:
    made = panels(*drawings, label=label)
    foot = made.height - made.room
    for panel, x, y in made._places(foot):
        assert x >= -0.01
        assert x + panel.width * made.scale <= 206.01
        assert y - made.caption >= foot - 0.01
        assert y + panel.height * made.scale <= 150.01


def test_two_panels_are_one_figure_with_one_text_and_their_captions() -> None:
    pdf = printed(panels(LYING, LYING))
    assert [alt for tag, alt in reading.elements(pdf) if tag == "Figure"] == ["A person moves."]
    assert reading.text(pdf) == "start finish On your back, mat"
    assert reading.unmarked_operators(pdf) == []
    assert "start" not in reading.text(printed(panels(LYING)))


def test_a_picture_is_drawn_for_the_prescribed_side() -> None:
    line = LINES[2]
    assert line.side == "left"
    alts = [alt for tag, alt in reading.elements(render(home_sheet(lines=(line,)))) if tag == "Figure"]
    wanted = picture_of(line.exercise, "left")
    assert wanted is not None
    assert wanted.alt in alts
    assert wanted != picture_of(line.exercise, "right")


def test_a_single_side_is_said_in_words_beside_its_picture() -> None:
    assert told(LINES[2]) == "Left side: cushion"
    assert told(LINES[1]) == "Wall"


def test_what_a_studio_wrote_itself_has_the_pictogram_of_its_position() -> None:
    own = HomeLine(
        number=1, phase=1, phase_word="Loosen", name="Ours", dose="1 minute", cues=("Breathe.",), exercise="own_1"
    )
    assert isinstance(exercise_picture(own, body=12, label=10), StartPosition)
