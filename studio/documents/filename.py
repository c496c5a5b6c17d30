"""Telling file names: 2026-11-21_home-programme_J-Smith_v3.pdf."""

import re
import unicodedata
from datetime import date

# Letters that Unicode does not take apart into a base letter and a mark.
PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
    | {"ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i"}
)
LONGEST_NAME = 40


def file_name(kind: str, client: str, on: date, version: int | None = None) -> str:
    """Return an ASCII file name of date, kind of document, initial and surname, and version.

    `kind` is ours, such as “home-programme”. A name in a script without Latin letters becomes “client”;
    the caller may offer the full name beside it (RFC 5987).
    """
    words = [word for word in map(_ascii, client.split()) if word]
    name = f"{words[0][0]}-{words[-1]}" if len(words) > 1 else "".join(words)
    parts = [on.isoformat(), kind, name[:LONGEST_NAME].strip("-") or "client"]
    if version is not None:
        parts.append(f"v{version}")
    return "_".join(parts) + ".pdf"


def _ascii(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.translate(PLAIN)).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")
