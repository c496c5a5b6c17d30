"""What somebody signed: the text as they read it, the ticks they set, and the signature itself."""

from dataclasses import dataclass
from datetime import date

from studio.sheets.shared import Paper, StudioCard

WIDTH, HEIGHT = 600, 180
"""The box a signature is drawn in; all points lie inside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section of the text."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A purpose as it was worded, and whether it was agreed to."""

    words: str
    note: str
    given: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """One line of the pen: x, y, x, y … with y growing downwards."""

    points: tuple[int, ...]

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        return tuple(zip(self.points[::2], self.points[1::2], strict=True))

    @property
    def path(self) -> str:
        """The stroke as the data of an SVG path; a single point becomes a dot."""
        (x, y), *rest = self.pairs
        return f"M{x} {y}" + "".join(f"L{to_x} {to_y}" for to_x, to_y in rest or [(x, y)])


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSheet:
    """One signed consent; without strokes the typed name stands for the signature."""

    studio: StudioCard
    client: str
    title: str
    text_version: int
    parts: tuple[Part, ...]
    ticks: tuple[Tick, ...]
    signer: str
    """Who signed, as they typed it: the client, or the guardian."""
    signed: date
    signed_time: str
    """“14:02”, on the studio's clock."""
    taken_by: str
    guardian: bool = False
    strokes: tuple[Stroke, ...] = ()
    paper: Paper = "A4"
    lang: str = "en"
