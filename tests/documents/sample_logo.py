"""A studio's logo: a pale disc on a coloured field."""

import hashlib
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from studio.sheets import Logo, StudioCard


def a_logo(*, wide: bool = False) -> Logo:
    """Return a square logo, or one as wide as logos get."""
    width, height = (480, 80) if wide else (160, 160)
    picture = Image.new("RGB", (width, height), "#0b6572")
    ImageDraw.Draw(picture).ellipse((height // 8, height // 8, height * 7 // 8, height * 7 // 8), fill="#f4d58d")
    out = BytesIO()
    picture.save(out, "PNG")
    content = out.getvalue()
    return Logo(sha256=hashlib.sha256(content).hexdigest(), width=width, height=height, content=content)


def under(value: Any, logo: Logo) -> Any:
    """Return a copy of a sheet of a studio with this logo."""
    if isinstance(value, StudioCard):
        return replace(value, logo=logo)
    if isinstance(value, tuple):
        return tuple(under(item, logo) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: under(getattr(value, field.name), logo) for field in fields(value)})
    return value
