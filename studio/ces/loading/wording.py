"""Loads wording.toml: words for clients, and wordings that must not reach a reader."""

import re
from dataclasses import dataclass

from studio.ces.exercises import PHASES
from studio.ces.loading.rows import Files

FILE = "wording.toml"


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
    """What wording.toml holds."""

    phases: dict[str, str]
    sentences: dict[str, str]
    forbidden: tuple[Forbidden, ...]


def load_wording(files: Files) -> Wording:
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
    )
