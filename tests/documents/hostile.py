"""Text that people paste, and text that was made to hurt."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from studio.sheets import ScorePoint

HOSTILE = {
    "markup": "<b>bold</b> & <i>x <b is sore, pain <2 & no > redness",
    "image by address": '<img src="http://127.0.0.1:9/x.png" width="9" height="9"/>',
    "image by path": '<img src="/etc/hostname" width="9" height="9"/><img src="file:///etc/passwd"/>',
    "link": '<a href="javascript:app.alert(1)">click</a><link href="file:///etc/passwd">x</link>',
    "expression": '<font color="toColor(\'red\')">x</font><evalString>1+1</evalString><onDraw name="a"/>',
    "entities": '<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>&b; &#0; &#xD800; &nbsp;',
    "one long word": "W" * 500,
    "long words": ("ABCDEFGHIJ" * 9 + " ") * 20,
    "ten thousand letters": "knee bends and the heel stays down. " * 280,
    "a word of ten thousand": "x" * 10_000,
    "emoji": "well done \U0001f44d\U0001f3fd \U0001f468\u200d\U0001f469\u200d\U0001f467 ❤️",
    "Chinese": "注意膝盖的方向。" * 30,
    "Arabic": "مرحبا بك يا مريم العلي، خذي وقتك",
    "Hebrew": "שלום מרים, קחי את הזמן (בבקשה)",
    "override": "left\u202etfel\u202c and \u2066isolated\u2069",
    "controls": "a\x00b\x01c\x08d\x1be\x7ff\u2028g\ufeffh\u00adi",
    "lone surrogates": "x\ud800y\udfffz",
    "marks": "Z\u0351\u036b\u0343\u0301\u0302" * 100,
    "lines": "one\ntwo\r\nthree\tfour\x0bfive",
    "quotes": '" onmouseover="x\' -- ${7*7} {{7*7}} %s %n \\',
    "only spaces": " \u00a0\u2003\t ",
    "nothing": "",
}

SHAPELESS = (
    *("one long word", "long words", "ten thousand letters", "a word of ten thousand", "Chinese", "marks", "lines"),
    *("only spaces", "nothing", "markup"),
)
"""Those that push a page out of shape, each of them when it stands everywhere; the others may share a document."""

KEPT = {"paper", "flag", "side", "scan_to", "reading"}
OURS = (ScorePoint,)
"""Values whose words are always our own."""


def texts_of(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a sheet with the name of its field, as in “lines.name”."""
    if isinstance(value, str):
        yield path.strip("."), value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item, path)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name), f"{path}.{field.name}")


def filled(value: Any, words: str | Iterator[str]) -> Any:
    """Return a copy of a sheet with `words` in every free text, or the next of them in each."""
    if isinstance(value, str):
        return words if isinstance(words, str) else next(words)
    if isinstance(value, tuple):
        return tuple(filled(item, words) for item in value)
    if isinstance(value, OURS):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{
                field.name: filled(getattr(value, field.name), words)
                for field in fields(value)
                if field.name not in KEPT
            },
        )
    return value
