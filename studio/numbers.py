"""Numbers that a browser sends: revisions, counts, ids."""

LARGEST = 2**31 - 1
"""The largest that every database we know keeps in a column; larger ones are refused there with an error of its own."""


def whole(text: str) -> int | None:
    """The number `text` says; None if it says none, or one that no row can have."""
    if not text.isdecimal() or len(text) > len(str(LARGEST)):
        return None
    return number if (number := int(text)) <= LARGEST else None
