"""Text from outside made safe to set: normalised, without control characters, capped, with breakable words."""

import re
import unicodedata

NAME = 80
LINE = 160
NOTE = 700
"""Longest text of each kind in characters: layout time grows with the square of the length."""

CUT = "… (shortened)"
LONGEST_WORD = 60
UNITS = "cm|mm|m|kg|g|s|min|minutes?|seconds?|times|degrees|weeks?|days?|of|out of"

_spaces = re.compile(r"[^\S\u00a0\u202f]+")
_long_word = re.compile(rf"(\S{{{LONGEST_WORD}}})(?=\S)")
_phone_number = re.compile(r"\+?\d[\d ()/-]{5,18}\d")
_number_and_unit = re.compile(rf"(?<=\d) (?=(?:{UNITS})\b)")


def clean(text: str, limit: int = LINE) -> str:
    """Return `text` fit for one paragraph; anything cut off is announced by `CUT`.

    Control, format and bidirectional characters go, lone surrogates too; at most two marks stay on a letter.
    """
    # Bounded before anything else looks at it: marks and controls may outnumber the letters.
    text = unicodedata.normalize("NFC", _spaces.sub(" ", text[: limit * 8]))
    if not text.isascii() or not text.isprintable():
        text = _without_traps(text)
    text = _spaces.sub(" ", text).strip(" ")
    if len(text) > limit:
        text = _shortened(text, limit)
    text = _number_and_unit.sub("\u00a0", _long_word.sub(r"\1 ", text))
    return _phone_number.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def _without_traps(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category[0] == "M" else 0
        if category in {"Cc", "Cf", "Cs"} or marks > 2 or "\U0001f3fb" <= char <= "\U0001f3ff":
            continue
        kept.append(char)
    return "".join(kept)


def _shortened(text: str, limit: int) -> str:
    head = text[: limit - len(CUT)]
    at_word = head.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > len(head) * 0.6 else head).rstrip(" ,;:.") + CUT
