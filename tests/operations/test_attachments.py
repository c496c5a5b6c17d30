"""Files that people bring: told by their content, and kept so that they do nothing by themselves."""

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from studio.models.attachments import MediaType
from studio.operations.attachments import MOST_BYTES, BadFile, check


def picture(kind: str, **save: object) -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, kind, **save)
    return out.getvalue()


def scripted() -> bytes:
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    writer.write(out)
    return out.getvalue()


def carrying() -> bytes:
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.add_attachment("more.exe", b"MZ")
    writer.write(out)
    return out.getvalue()


def locked() -> bytes:
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 torn", "cannot be read"),
        (scripted(), "script"),
        (carrying(), "other files"),
        (locked(), "password"),
        (b"GIF89a" + b"0" * 50, "Choose a PDF, or a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Choose a PDF, or a picture"),
        (picture("PNG")[:60], "Choose a PDF, or a picture"),
        (b"x" * (MOST_BYTES + 1), "at most 8 MB"),
    ],
    ids=["empty", "torn", "script", "carries", "locked", "gif", "svg", "cut", "large"],
)
def test_a_file_is_told_by_its_content_and_refused_with_what_to_do(content: bytes, sentence: str) -> None:
    with pytest.raises(BadFile, match=sentence):
        check(content, "letter.pdf")


def test_a_picture_is_drawn_anew_and_leaves_behind_what_it_carried() -> None:
    exif = Image.Exif()
    exif[0x010E] = "Home of the client"
    kept = check(picture("JPEG", exif=exif) + b"<script>alert(1)</script>", "photo.png")
    assert (kept.media_type, kept.name) == (MediaType.jpeg, "photo.jpg")
    assert b"script" not in kept.content
    assert b"Home of" not in kept.content
