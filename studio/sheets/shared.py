"""What every sheet holds: the studio's card and the few words with a fixed choice."""

from dataclasses import dataclass, field
from typing import Literal, Protocol

Paper = Literal["A4", "Letter"]
PrintSize = Literal[12, 14, 18]
Side = Literal["", "left", "right", "both"]
"""The client's own side; empty for a midline finding or an exercise without sides."""
NOT_KEPT = {"kept": False}
"""Marks a field that is printed and left out of what is stored of a sheet: a photo must be able to go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The studio's logo as it stands on paper; what is stored of a sheet tells which one it was, by its hash."""

    sha256: str
    width: int
    """In pixels, as `height`."""
    height: int
    content: bytes = field(default=b"", repr=False, metadata=NOT_KEPT)
    """PNG or JPEG."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudioCard:
    """How the studio signs its paper; anything left empty is left out in print."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    logo: Logo | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """The client's own picture of an exercise, as it is printed."""

    jpeg: bytes
    width: int
    """In pixels, as `height`."""
    height: int
    alt: str
    """“Photo of Ana: Clam”."""


class Pictured(Protocol):
    """An exercise on a sheet, as far as its picture goes."""

    @property
    def exercise(self) -> str: ...
    @property
    def posture(self) -> str: ...
    @property
    def position(self) -> str: ...
    @property
    def kit(self) -> tuple[str, ...]: ...
    @property
    def side(self) -> Side: ...
    @property
    def side_words(self) -> str: ...
    @property
    def photo(self) -> Photo | None: ...
