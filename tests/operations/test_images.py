"""Pictures that somebody sends: hostile ones are refused, others become nothing but a picture."""

from io import BytesIO

import pytest
from PIL import Image

from studio.operations.images import BadPicture, jpeg, png, read

from ..pictures import a_picture, bomb, file_of, held_another_way, telling


def colours(picture: Image.Image) -> list[tuple[int, ...]]:
    """The middles of its four fields, each channel full or empty."""
    places = [(x * picture.width // 4, y * picture.height // 4) for y in (1, 3) for x in (1, 3)]
    return [tuple(255 * (one > 127) for one in picture.convert("RGB").getpixel(place)) for place in places]  # type: ignore[union-attr]


UPRIGHT = colours(a_picture())


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    drawn = read(held_another_way(orientation), longest=400)
    assert (drawn.size, colours(drawn)) == ((400, 300), UPRIGHT)


def test_nothing_but_the_picture_is_written_again() -> None:
    sent = telling()
    assert sent.count(b"SECRET") == 6
    for written in (jpeg(read(sent)), png(read(sent)), jpeg(read(sent, longest=300))):
        assert b"SECRET" not in written
        assert not Image.open(BytesIO(written)).getexif()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (file_of(a_picture())[:2000], "JPEG, PNG or WebP"),
        (file_of(a_picture(), "PNG")[:200], "JPEG, PNG or WebP"),
        (b"\x89PNG\r\n\x1a\n<!doctype html><script>alert(1)</script>", "JPEG, PNG or WebP"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "JPEG, PNG or WebP"),
        (file_of(a_picture(40, 30), "GIF"), "JPEG, PNG or WebP"),
        (file_of(a_picture(40, 30), "TIFF"), "JPEG, PNG or WebP"),
        (b"", "JPEG, PNG or WebP"),
        (bomb(9_000, 9_000), "too large"),
        (bomb(12_000, 12_000), "too large"),
        (bomb(60_000, 60_000), "too large"),
        (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40, "to JPEG"),
    ],
    ids=["cut jpeg", "cut png", "page", "svg", "gif", "tiff", "empty", "large", "larger", "bomb", "heic"],
)
def test_what_is_no_picture_of_ours_is_refused_with_what_to_do(content: bytes, sentence: str) -> None:
    with pytest.raises(BadPicture, match=sentence):
        read(content, longest=1600)


def test_a_picture_that_is_a_page_as_well_loses_the_page() -> None:
    both = file_of(a_picture(), comment=b"<script>alert(1)</script>") + b"<html><script>alert(2)</script>"
    assert b"script" not in jpeg(read(both))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_format_is_brought_down_and_never_up(kind: str) -> None:
    assert read(file_of(a_picture(1000, 2000), kind), longest=1600).size == (800, 1600)
    assert read(file_of(a_picture(100, 200), kind), longest=1600).size == (100, 200)


@pytest.mark.parametrize("mode", ["L", "P", "1", "LA", "RGBA", "CMYK", "I;16"])
def test_a_picture_of_any_kind_of_colour_becomes_a_jpeg(mode: str) -> None:
    sent = file_of(Image.new(mode, (60, 40), 0), "JPEG" if mode == "CMYK" else "PNG")
    assert Image.open(BytesIO(jpeg(read(sent)))).size == (60, 40)


def test_what_is_transparent_stays_so_in_png_and_is_white_in_jpeg() -> None:
    sent = file_of(Image.new("RGBA", (60, 40), (0, 0, 0, 0)), "PNG")
    assert read(png(read(sent))).mode == "RGBA"
    assert Image.open(BytesIO(jpeg(read(sent)))).getpixel((30, 20)) == (255, 255, 255)
