"""What an inquiry speaks of, by its words: for counting, not for judging."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "words" / "mentions.toml"


@dataclass(frozen=True, slots=True)
class Mention:
    """One thing people come with; `ask` is the tick of the form."""

    id: str
    label: str
    ask: str
    words: tuple[str, ...]

    def said_in(self, text: str) -> bool:
        parts = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in self.words)
        return re.search(rf"\b(?:{'|'.join(parts)})\b", text.lower()) is not None


@cache
def mentions() -> dict[str, Mention]:
    """Everything that is counted, by id."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["mention"]
    return {key: Mention(key, row["label"], row["ask"], tuple(row["words"])) for key, row in rows.items()}


def mentions_in(text: str) -> list[str]:
    """The ids of what a text speaks of, in the order of the table."""
    return [one.id for one in mentions().values() if one.said_in(text)]
