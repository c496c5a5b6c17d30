"""A place in decoded JSON, read with types; whatever is wrong is named with its place."""

from collections.abc import Container, Iterable, Iterator
from typing import Any, NoReturn


class CaseError(ValueError):
    """The input cannot be taken; the message begins with the place, "assessments[0].findings[2].side: ..."."""


class Node:
    """A value and where it stands."""

    __slots__ = ("path", "value")

    def __init__(self, value: Any, path: str = "") -> None:
        self.value, self.path = value, path

    def wrong(self, what: str) -> NoReturn:
        """Raise with the place in front."""
        text = " ".join((f"{self.path}: {what}" if self.path else what).split())
        # Half a character in somebody's key must not break the line that says so.
        raise CaseError(text.encode("utf-8", "backslashreplace").decode())

    @property
    def missing(self) -> bool:
        """Tell whether nothing (or null) stands here."""
        return self.value is None

    def only(self, *keys: str) -> "Node":
        """Make sure that this is an object with no other keys."""
        if not isinstance(self.value, dict):
            self.wrong("expected an object")
        for key in self.value:
            if key not in keys:
                self[key].wrong(f"unknown key; known are {', '.join(keys)}")
        return self

    def __getitem__(self, key: str) -> "Node":
        return Node(self.value.get(key), f"{self.path}.{key}" if self.path else key)

    def keys(self) -> Iterable[str]:
        """Give the keys of the object that stands here."""
        if not isinstance(self.value, dict):
            self.wrong("expected an object")
        return tuple(self.value)

    def items(self) -> Iterator["Node"]:
        """Walk a list; a missing one is empty."""
        if self.missing:
            return
        if not isinstance(self.value, list):
            self.wrong("expected a list")
        for number, value in enumerate(self.value):
            yield Node(value, f"{self.path}[{number}]")

    def text(self) -> str:
        """Read a text."""
        if not isinstance(self.value, str):
            self.wrong("expected a text" if not self.missing else "is missing")
        return self.value

    def known(self, ids: Container[str], what: str) -> str:
        """Read an id."""
        value = self.text()
        if value not in ids:
            self.wrong(f"unknown {what} {value!r}")
        return value

    def one_of(self, *choices: str, default: str | None = None) -> str:
        """Read one of a few words."""
        if self.missing and default is not None:
            return default
        if not isinstance(self.value, str) or self.value not in choices:
            self.wrong(f"expected one of {', '.join(choices)}")
        return self.value

    def flag(self, default: bool) -> bool:
        """Read true or false."""
        if self.missing:
            return default
        if not isinstance(self.value, bool):
            self.wrong("expected true or false")
        return self.value

    def number(self, low: float, high: float, default: float | None = None) -> float:
        """Read a number within bounds."""
        if self.missing and default is not None:
            return default
        if isinstance(self.value, bool) or not isinstance(self.value, (int, float)):
            self.wrong(f"expected a number from {low:g} to {high:g}")
        if not low <= self.value <= high:
            self.wrong(f"{_short(self.value)} is out of range, expected {low:g} to {high:g}")
        return float(self.value)

    def whole(self, low: int, high: int, default: int | None = None) -> int:
        """Read a whole number within bounds."""
        value = self.number(low, high, default)
        if value != int(value):
            self.wrong(f"expected a whole number from {low} to {high}")
        return int(value)


def _short(number: float) -> str:
    """Write a number, however long somebody made it."""
    text = str(number)
    return text if len(text) <= 20 else f"{text[:20]}…"
