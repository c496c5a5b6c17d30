"""The demo studio: made-up people who have lived their weeks through the same operations as anybody."""

from .clearing import NotADemo, clear
from .story import PASSWORD, fill, staff

__all__ = ["PASSWORD", "NotADemo", "clear", "fill", "staff"]
