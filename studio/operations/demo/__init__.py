"""The demo studio: made-up people who have lived their weeks through the same operations as anybody."""

from .clearing import NotADemo, clear
from .story import PASSWORD, PIN, fill, staff

__all__ = ["PASSWORD", "PIN", "NotADemo", "clear", "fill", "staff"]
