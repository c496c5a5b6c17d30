"""Hebrew and Arabic in printing order, for names and short notes.

ReportLab prints characters from left to right as they come. A right-to-left run is therefore turned round
here, and Arabic letters take their joined forms. A run longer than a line keeps its words in typed order,
because the line breaks come later.
"""

import re
import unicodedata
from functools import cache

LONGEST_TURNED_RUN = 40
RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def has_rtl(text: str) -> bool:
    """Tell whether any character is written from right to left."""
    return RTL.search(text) is not None


def printing_order(text: str) -> str:
    """Return `text` with its right-to-left runs in the order they are printed."""
    if not has_rtl(text):
        return text
    done: list[str] = []
    run: list[str] = []
    for word in [*text.split(" "), ""]:
        if has_rtl(word):
            run.append(word)
            continue
        done += _turned(run)
        run = []
        done.append(word)
    return " ".join(done[:-1])


def _turned(run: list[str]) -> list[str]:
    words = [_turned_word(word) for word in run]
    return words[::-1] if sum(map(len, run)) <= LONGEST_TURNED_RUN else words


def _turned_word(word: str) -> str:
    # Digits, and a letter with the marks upon it, stay together.
    pieces = re.findall(r"\d+|.", joined(word), re.DOTALL)
    clusters: list[str] = []
    for piece in pieces:
        if clusters and unicodedata.combining(piece[0]):
            clusters[-1] += piece
        else:
            clusters.append(piece)
    return "".join(reversed(clusters)).translate(MIRRORED)


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Map (form, letters) to the presentation form, as Unicode's own compatibility table has it."""
    forms: dict[tuple[str, str], str] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        tag, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        if tag.startswith("<") and letters:
            forms.setdefault((tag, "".join(chr(int(letter, 16)) for letter in letters.split())), chr(code))
    return forms


def joined(word: str) -> str:
    """Return Arabic letters in the forms they take next to each other."""
    forms = _forms()
    # Lam and alef always print as one sign.
    units = re.findall(r"\u0644[\u0622\u0623\u0625\u0627]|.", word, re.DOTALL)
    letters = [index for index, unit in enumerate(units) if not unicodedata.combining(unit[0])]
    joins_on = {index: ("<initial>", units[index]) in forms for index in letters}
    shaped = units.copy()
    for place, index in enumerate(letters):
        before = place > 0 and joins_on[letters[place - 1]] and ("<final>", units[index]) in forms
        has_next = place + 1 < len(letters)
        after = has_next and joins_on[index] and ("<final>", units[letters[place + 1]]) in forms
        form = "<medial>" if before and after else "<final>" if before else "<initial>" if after else "<isolated>"
        shaped[index] = forms.get((form, units[index]), units[index])
    return "".join(shaped)
