"""Loads wording.toml: words for clients, and wordings that must not reach a reader."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from studio.ces.exercises import PHASES
from studio.ces.loading.rows import Files
from studio.ces.protocols import Compensation

FILE = "wording.toml"
TITLES = "titles.toml"


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A wording not to use: who must not read it, the phrases in which it is allowed, what to say instead."""

    id: str
    pattern: re.Pattern[str]
    audience: tuple[str, ...]
    allowed: re.Pattern[str] | None
    say: str


@dataclass(frozen=True, slots=True)
class Wording:
    """What wording.toml and titles.toml hold."""

    phases: dict[str, str]
    sentences: dict[str, str]
    forbidden: tuple[Forbidden, ...]
    titles: Mapping[str, tuple[str, str]]  # compensation -> what was seen on one side ({}), on both or in the midline


def load_wording(files: Files, compensations: Mapping[str, Compensation]) -> Wording:
    """Read the file; patterns ignore case."""
    phases = files.read(FILE).table("phases")
    sentences = files.read(FILE).table("sentences")
    rules: dict[str, Forbidden] = {}
    for row in files.listed(FILE, "forbidden"):
        rule_id = row.text("id")
        if rule_id in rules:
            row.wrong("this id stands there twice")
        allowed = row.texts("allowed", optional=True)
        try:
            pattern = re.compile(row.text("pattern"), re.IGNORECASE)
        except re.error as error:
            row.wrong(f"pattern: {error}")
        rules[rule_id] = Forbidden(
            id=rule_id,
            pattern=pattern,
            audience=row.all_of("audience", {"client", "therapist", "coach"}, "audience"),
            allowed=re.compile("|".join(map(re.escape, allowed)), re.IGNORECASE) if allowed else None,
            say=row.text("say"),
        )
        row.close()
    return Wording(
        phases={phase: phases.text(phase) for phase in PHASES},
        sentences={key: sentences.text(key) for key in sentences.values},
        forbidden=tuple(rules.values()),
        titles=dict(_titles(files, compensations)),
    )


def _titles(files: Files, compensations: Mapping[str, Compensation]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Read what was seen in the client's words; every compensation has its own."""
    file = files.read(TITLES)
    for compensation in compensations.values():
        row = file.table(compensation.protocol)
        file.left.discard(compensation.protocol)
        texts = row.texts(compensation.id.partition(".")[2])
        wanted = 2 if compensation.has_sides else 1
        if len(texts) != wanted or ("{}" in texts[0]) != compensation.has_sides or "{}" in texts[-1] * (wanted - 1):
            row.wrong(f"{compensation.id}: expected {wanted} texts, the first with {{}} for the side if it has one")
        yield compensation.id, (texts[0], texts[-1])
    short = {one.partition(".")[2] for one in compensations}
    for protocol in file.values.values():
        for key in set(protocol) - short:
            file.wrong(f"unknown compensation {key!r}")
