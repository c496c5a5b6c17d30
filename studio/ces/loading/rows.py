"""Rows of the catalogue's TOML files, read with types; whatever is wrong is named with its file and row."""

import tomllib
from collections.abc import Container, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NoReturn


class CatalogueError(ValueError):
    """A row of the catalogue is wrong; the message names file and row."""


class Row:
    """One table of a file. Every key must be asked for before `close`, so that a misspelt one is found."""

    __slots__ = ("file", "id", "left", "values")

    def __init__(self, file: str, row_id: str, values: Any) -> None:
        self.file, self.id = file, row_id
        if not isinstance(values, dict):
            self.wrong("expected a table")
        self.values: dict[str, Any] = values
        self.left = set(values)

    def wrong(self, what: str) -> NoReturn:
        """Raise with file and row in front."""
        raise CatalogueError(f"{self.file}: {self.id}: {what}")

    def _take(self, key: str, kind: type | tuple[type, ...], name: str, optional: bool) -> Any:
        self.left.discard(key)
        value = self.values.get(key)
        if value is None:
            if optional:
                return None
            self.wrong(f"{key} is missing")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            self.wrong(f"{key}: expected {name}, found {value!r}")
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """Read a text; without a default it must be there and not be empty."""
        value: str | None = self._take(key, str, "a text", default is not None)
        if value is None:
            return default or ""
        if not value.strip() and default is None:
            self.wrong(f"{key} is empty")
        return value

    def maybe(self, key: str) -> str | None:
        """Read a text that may be missing."""
        value: str | None = self._take(key, str, "a text", True)
        return value

    def texts(self, key: str, optional: bool = False) -> tuple[str, ...]:
        """Read a list of texts without doubles."""
        value = self._take(key, list, "a list of texts", optional) or []
        if not all(isinstance(one, str) for one in value):
            self.wrong(f"{key}: expected a list of texts")
        if len(set(value)) != len(value):
            self.wrong(f"{key}: {next(one for one in value if value.count(one) > 1)!r} stands there twice")
        return tuple(value)

    def whole(self, key: str) -> int:
        """Read a whole number."""
        value: int = self._take(key, int, "a whole number", False)
        return value

    def maybe_whole(self, key: str) -> int | None:
        """Read a whole number that may be missing."""
        value: int | None = self._take(key, int, "a whole number", True)
        return value

    def wholes(self, key: str, count: int) -> tuple[int, ...]:
        """Read a list of exactly `count` whole numbers."""
        value = self._take(key, list, f"{count} whole numbers", False)
        if len(value) != count or not all(isinstance(one, int) for one in value):
            self.wrong(f"{key}: expected {count} whole numbers, found {value!r}")
        return tuple(value)

    def flag(self, key: str) -> bool:
        """Read true or false."""
        value: bool = self._take(key, bool, "true or false", False)
        return value

    def number(self, key: str) -> float:
        """Read a number."""
        return float(self._take(key, (int, float), "a number", False))

    def table(self, key: str, optional: bool = False) -> "Row":
        """Read a table inside the row, itself a row."""
        return Row(self.file, f"{self.id}.{key}", self._take(key, dict, "a table", optional) or {})

    def tables(self, key: str) -> list["Row"]:
        """Read a list of tables inside the row."""
        value = self._take(key, list, "a list of tables", True) or []
        return [Row(self.file, f"{self.id}.{key}[{n}]", one) for n, one in enumerate(value)]

    def one_of(self, key: str, known: Container[str], what: str) -> str:
        """Read a text that must be one of `known`."""
        value = self.text(key)
        self.known(value, known, what)
        return value

    def all_of(self, key: str, known: Container[str], what: str, optional: bool = False) -> tuple[str, ...]:
        """Read a list of texts that must all be one of `known`."""
        values = self.texts(key, optional)
        for value in values:
            self.known(value, known, what)
        return values

    def known(self, value: str, known: Container[str], what: str) -> None:
        """Complain unless `value` is one of `known`."""
        if value not in known:
            self.wrong(f"unknown {what} {value!r}")

    def close(self) -> None:
        """Complain about keys nobody asked for."""
        if self.left:
            self.wrong(f"unknown key {min(self.left)!r}")


class Files:
    """The files of one catalogue, each parsed once; `close` finds sections and files nobody asked for."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._read: dict[str, Row] = {}

    def read(self, name: str) -> Row:
        """Read a whole file as one row."""
        if name not in self._read:
            self._read[name] = Row(name, "(file)", self.parse(name))
        return self._read[name]

    def parse(self, name: str) -> dict[str, Any]:
        """Parse a file of the directory."""
        try:
            return self.parse_text(name, (self.directory / name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise CatalogueError(f"{name}: the file is missing") from None

    @staticmethod
    def parse_text(name: str, text: str) -> dict[str, Any]:
        """Parse the text of a file."""
        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise CatalogueError(f"{name}: {error}") from None

    def rows(self, name: str, key: str | None = None) -> Iterator[Row]:
        """Read a file that is a table of rows, or the rows under one key of it."""
        file = self.read(name)
        if key is None:
            values = file.values
            file.left.clear()
        else:
            values = file.table(key).values
        for row_id, value in values.items():
            yield Row(name, row_id, value)

    def listed(self, name: str, key: str) -> Iterator[Row]:
        """Read the rows of an array of tables, each named by its id or place."""
        file = self.read(name)
        for n, row in enumerate(file.tables(key)):
            row.id = str(row.values.get("id", f"{key}[{n}]"))
            yield row

    def close(self) -> None:
        """Complain about sections and files nobody asked for."""
        for row in self._read.values():
            row.close()
        for path in sorted(self.directory.glob("*.toml")):
            if path.name not in self._read:
                raise CatalogueError(f"{path.name}: nothing reads this file; remove it or name it like its topic")

    def digest(self) -> str:
        """Give a short hash of all the files' content."""
        total = sha256()
        for path in sorted(self.directory.glob("*.toml")):
            total.update(path.name.encode() + b"\0" + path.read_bytes())
        return total.hexdigest()[:8]
