"""Pictures of exercises on pages: files of their own, so that a browser keeps them; drawn when first asked for."""

from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, Response, request, url_for

from .. import figures
from ..ces.sides import Side
from ..figures import exercise_picture, svg_file
from ..figures.exercises import records
from .assets import YEAR

KEPT = 256


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(picture_url=picture_url, picture_words=picture_words)


def picture_url(exercise: str, side: Side | str = "", panels: str = "all") -> str | None:
    """Where the picture of an exercise is, drawn for a side; None for one that has none.

    `panels` is “all”, or “last” for a small place. The address changes with the drawings.
    """
    if exercise not in records():
        return None
    return url_for("pictures.show", exercise_id=exercise, side=side or "both", panels=panels, v=fingerprint())


def picture_words(exercise: str) -> str:
    """What the picture of an exercise shows, in a sentence."""
    picture = exercise_picture(exercise)
    return picture.alt if picture else ""


@lru_cache(maxsize=KEPT)
def picture_file(exercise: str, side: str, panels: str) -> str | None:
    """The picture as SVG."""
    picture = exercise_picture(exercise, side)  # type: ignore[arg-type]  # the address allows only these words
    return svg_file(picture.panels[-1:] if panels == "last" else picture.panels) if picture else None


def drawn(picture: str) -> Response:
    """Answer with a drawing; under the address of today's drawings a browser keeps it."""
    answer = Response(picture, mimetype="image/svg+xml")
    if request.args.get("v") == fingerprint():
        # For this browser alone: it is behind the sign-in like every page.
        answer.headers["Cache-Control"] = f"private, max-age={YEAR}, immutable"
    return answer


@cache
def fingerprint() -> str:
    """Changes with whatever a drawing is made of: the records and the code that draws them."""
    files = sorted(path for path in Path(figures.__file__).parent.rglob("*") if path.suffix in (".py", ".json"))
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]
