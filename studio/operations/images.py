"""Pictures that somebody sends: a few formats only, turned upright, and drawn anew without what else they carried."""

from collections.abc import Collection
from io import BytesIO

from PIL import Image, ImageOps

MOST_PIXELS = 40_000_000
FORMATS = ("JPEG", "PNG", "WEBP")
# The brands of ISO 23008-12 and AV1: what telephones write that keep their pictures small.
HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif"}


class BadPicture(ValueError):
    """A picture that is not taken; the message says what to do."""


class NotAPicture(BadPicture):
    """It is no picture in one of the formats, or a torn one."""


def read(content: bytes, *, longest: int | None = None, formats: Collection[str] = FORMATS) -> Image.Image:
    """The picture itself, upright, as RGB, or RGBA where it has an alpha channel; raises BadPicture.

    `longest` is what the longer side is brought down to, in pixels. Told by the content; nothing is decoded before its
    size is known. Position, names, comments and whatever follows the picture in the file stay behind.
    """
    if content[4:8] == b"ftyp" and content[8:12] in HEIC:
        raise BadPicture("This picture is HEIC. Set the camera to JPEG, or “Most compatible”, and take it again")
    try:
        with Image.open(BytesIO(content), formats=list(formats)) as found:
            if found.width * found.height > MOST_PIXELS:
                raise BadPicture("This picture is too large. Take it with fewer pixels")
            if longest:
                found.draft("RGB", (longest, longest))  # a JPEG is not even decoded larger than it is needed
            found.load()
            drawn = ImageOps.exif_transpose(found).convert("RGBA" if found.has_transparency_data else "RGB")
    except BadPicture:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadPicture("This picture is too large. Take it with fewer pixels") from None
    except Exception:  # a reader of hostile files fails in many ways, and all mean the same
        raise NotAPicture("Choose a picture in JPEG, PNG or WebP") from None
    drawn.info = {}  # a comment would be written again
    if longest:
        drawn.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return drawn


def jpeg(picture: Image.Image, *, quality: int = 88) -> bytes:
    """As JPEG; what was transparent is white."""
    out = BytesIO()
    on_white(picture).save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def png(picture: Image.Image) -> bytes:
    """As PNG, for what is drawn and for what may be transparent."""
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def on_white(picture: Image.Image) -> Image.Image:
    """The picture as it looks on paper."""
    if picture.mode != "RGBA":
        return picture
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper
