"""Pictures as tests send them: drawn here, so that none of a person is ever needed."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image

from studio.models.clients import Client
from studio.models.consents import consents_of, grants_of
from studio.models.papers import home_sheet_of
from studio.models.photos import ClientPhoto
from studio.models.programmes import ProgrammeVersion
from studio.operations import consents, papers, photos

from .builders import a_client, a_consent
from .people import Cast
from .programmes import KIT

CORNERS = {"red": (0, 0), "lime": (1, 0), "blue": (0, 1), "yellow": (1, 1)}


def a_picture(width: int = 800, height: int = 600) -> Image.Image:
    """Four fields, each of a colour: whoever turns, mirrors or cuts it is found out."""
    drawn = Image.new("RGB", (width, height))
    for colour, (across, down) in CORNERS.items():
        field = (across * width // 2, down * height // 2, (across + 1) * width // 2, (down + 1) * height // 2)
        drawn.paste(colour, field)
    return drawn


def file_of(picture: Image.Image, kind: str = "JPEG", **save: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **save)
    return out.getvalue()


def held_another_way(orientation: int, upright: Image.Image | None = None) -> bytes:
    """A JPEG as a camera writes it that was held this way (EXIF 1 to 8); the right way up it is `upright`."""
    undo = {
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    stored = upright or a_picture()
    for turn in undo.get(orientation, []):
        stored = stored.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = orientation
    return file_of(stored, exif=exif)


def telling() -> bytes:
    """A JPEG that tells where it was taken, by whom and with what, in each of the ways there are."""
    exif = Image.Exif()
    exif[0x010F], exif[0x013B] = "SECRET-maker", "SECRET-name"
    exif.get_ifd(0x8825)[29] = "SECRET-gps"
    return file_of(a_picture(), exif=exif, comment=b"SECRET-comment", xmp=b"<x>SECRET-xmp</x>") + b"SECRET-after"


def bomb(width: int, height: int) -> bytes:
    """A few bytes of PNG that say that they are many millions of pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def a_photo(client: Client, exercise: str, picture: Image.Image | None = None) -> ClientPhoto:
    """A photo put on an exercise by the coach; the client must have agreed to photos."""
    taken = photos.check(file_of(picture or a_picture()))
    return photos.put(client, exercise, taken, by=Cast().coach)[1]


def agreed(*purposes: str) -> Client:
    """A client with a kit who signed and ticked these purposes."""
    client = a_client("Thandiwe Mokoena", equipment=KIT)
    a_consent(client, *purposes)
    return client


def stored(data: Path) -> list[Path]:
    """The files on the disk that somebody brought."""
    return [one for one in (data / "uploads").rglob("*") if one.is_file()]


def withdraw(client: Client, purpose: str = "photos") -> None:
    grant = next(one for one in grants_of(consents_of(client.id)[0].id) if one.purpose == purpose)
    consents.withdraw(grant, client, "Said so", by=Cast().coach)


def pictures(pdf: bytes) -> list[tuple[int, int]]:
    """The photos that stand in a PDF: width and height in pixels."""
    with pikepdf.open(BytesIO(pdf)) as file:
        found = (one for one in file.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image")
        return [(int(one.Width), int(one.Height)) for one in found]


def paper_of(version: ProgrammeVersion, *, photos: bool) -> bytes:
    found = home_sheet_of(version.id, photos=photos)
    assert found is not None
    return papers.read(found)
