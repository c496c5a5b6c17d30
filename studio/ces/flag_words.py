"""Red flags in somebody's own words: a help against overlooking them, never a judgement."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from studio.ces.catalogue import catalogue

Urgency = Literal["EMERGENCY", "SAME_DAY"]
FILE = Path(__file__).parent / "words" / "red_flags.toml"
# “no chest pain”, “denies any fever”. Only words right before a sign deny it: “no sleep and chest pain” does not.
DENIES = ("no", "denies", "denied", "denying", "without", "nil", "never", "negative for")
BETWEEN = r"(?:(?:any|new|recent|current|history of|signs? of|symptoms? of|episodes? of|complaints? of) )*"
DENIED = re.compile(rf"\b(?:{'|'.join(DENIES)}) {BETWEEN}$")
ALSO = re.compile(rf"^(?: ?[,/] ?| )(?:(?:or|nor|and) )?{BETWEEN}$")


@dataclass(frozen=True, slots=True)
class FlagWords:
    """The words of one flag of the catalogue, and how soon somebody must look. `see` is its tick on a form."""

    flag: str
    level: Urgency
    pattern: re.Pattern[str]
    see: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    flag: str
    start: int
    end: int


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def flag_words() -> tuple[FlagWords, ...]:
    """The words by flag."""
    flags = catalogue().safety.red_flags
    rows = (
        FlagWords(flag, row.get("level", flags[flag].level), _pattern(row["words"]), row.get("see", ""))
        for flag, row in _data()["flag"].items()
    )
    return tuple(rows)


def flags_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The ids of the flags that these texts mention and do not deny, in the order of the table."""
    found = {flag for text in texts for flag in _mentioned(" ".join(text.lower().split()))}
    return tuple(one.flag for one in flag_words() if one.flag in found)


def urgency(flags: Iterable[str]) -> Urgency | None:
    """The more urgent of the levels of these flags; None where none of them has to be seen today."""
    own = {one.flag: one.level for one in flag_words()}
    known = catalogue().safety.red_flags
    levels = {own.get(flag, known[flag].level) for flag in flags if flag in known}
    order: tuple[Urgency, ...] = ("EMERGENCY", "SAME_DAY")
    return next((level for level in order if level in levels), None)


def told(level: Urgency, emergency_number: str, *, own: bool = False) -> str:
    """The sentence that somebody who wrote it reads at once; `own` when they wrote of themselves."""
    said: str = _data()["said_to_them" if own else "said"][level]
    return said.replace("{emergency}", emergency_number)


def _mentioned(text: str) -> Iterator[str]:
    """A flag whose words are denied does not count, nor the next one in the same breath: “no fever or chills”."""
    found = sorted(
        (_Found(row.flag, hit.start(), hit.end()) for row in flag_words() for hit in row.pattern.finditer(text)),
        key=lambda one: one.start,
    )
    denied_to = -1
    for one in found:
        goes_on = denied_to >= 0 and ALSO.search(text[denied_to : one.start])
        if goes_on or DENIED.search(text[: one.start]):
            denied_to = one.end
        else:
            denied_to = -1
            yield one.flag


def _pattern(words: list[str]) -> re.Pattern[str]:
    parts = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
