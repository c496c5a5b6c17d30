"""The texts that people sign or are told, as they are shipped; the studio may word its own versions."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
KINDS = ("consent", "privacy", "studio")
TICKS_HINT = "Each tick is your own choice. Only the first two are needed. You can take any of them back later."


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a text under its title; the first one may have none."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Purpose:
    """One thing to agree to by a tick of its own; without the `needed` ones there is no coaching."""

    id: str
    words: str
    note: str
    short: str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Shipped:
    """A text as shipped: lines that begin with "## " are titles, a blank line parts paragraphs."""

    title: str
    body: str


@cache
def shipped(kind: str) -> Shipped:
    """The text of that kind as it is shipped."""
    found = tomllib.loads((FOLDER / f"{kind}.toml").read_text(encoding="utf-8"))
    return Shipped(found["title"], found["body"].strip())


@cache
def purposes() -> tuple[Purpose, ...]:
    """What a client agrees to, each by itself, in the order of the form."""
    found = tomllib.loads((FOLDER / "consent.toml").read_text(encoding="utf-8"))
    return tuple(Purpose(**row) for row in found["purposes"])


def sections(body: str) -> tuple[Section, ...]:
    """A text in its parts: a line "## Title" begins one."""
    parts: list[tuple[str, list[str]]] = [("", [""])]
    for row in body.replace("\r\n", "\n").split("\n"):
        if row.startswith("## "):
            parts.append((row[3:].strip(), [""]))
        elif row.strip():
            parts[-1][1][-1] = f"{parts[-1][1][-1]} {row.strip()}".strip()
        else:
            parts[-1][1].append("")
    found = (Section(title, tuple(filter(None, paragraphs))) for title, paragraphs in parts)
    return tuple(part for part in found if part.title or part.paragraphs)


def filled(text: str, facts: dict[str, str]) -> str:
    """Put the studio's facts in the place of {studio}, {phone} and so on; other braces stay as they are."""
    for name, value in facts.items():
        text = text.replace(f"{{{name}}}", value)
    return text
