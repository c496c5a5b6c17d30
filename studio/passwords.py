"""Is this password easy to guess? Judged by rules, for a list of stolen passwords is somebody else's text.

With at least twelve characters wanted, what guessers try first is nearly always a repeated or sequential pattern, a
few common words with a year behind, or the person's own name: all three are refused here, offline.
"""

import re
import secrets
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

SHORTEST, LONGEST = 12, 256

ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "qsdfghjklm",
    "zxcvbnm",
    "yxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
)
_STEPS = frozenset(pair for row in ROWS for line in (row, row[::-1]) for pair in pairwise(line))

# The obvious ones, longest first so that "password" goes before "pass".
OBVIOUS = sorted(
    "password passwort passwd pass word geheim secret letmein welcome willkommen hello hallo admin administrator root "
    "user guest test testing default changeme change login signin master super superman batman spiderman starwars "
    "pokemon dragon monkey princess sunshine shadow football fussball soccer baseball basketball hockey liverpool "
    "arsenal chelsea iloveyou love lovely forever family mother father baby angel flower summer winter spring autumn "
    "sommer herbst january february march april june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday qwerty qwertz azerty asdf asdfgh zxcvbn abc abcd google apple samsung "
    "iphone computer internet freedom whatever trustno killer hunter ranger jordan michael jennifer jessica charlie "
    "daniel thomas ashley london berlin paris dublin newyork america england ireland studio fitness trainer coach "
    "training movement squat plumbline pilates yoga health the my new our is it and this".split(),
    key=len,
    reverse=True,
)
_LOOKALIKES = str.maketrans("013457@$!", "oieastasi")

# For a password that is read out once and typed once: no letters that look alike.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def weakness(password: str, about: Iterable[str] = ()) -> str | None:
    """What to do about a password that is easy to guess, as a sentence; None when it may pass.

    `about` are texts a guesser would start with: the person's name and address, the studio's name.
    """
    if len(password) < SHORTEST:
        return f"Use at least {SHORTEST} characters. Three or four words in a row are easy to remember"
    if len(password) > LONGEST:
        return f"Use at most {LONGEST} characters"
    low = unicodedata.normalize("NFKC", password).casefold()
    for word in _words(about):
        if word in low:
            return f"Leave out “{word}”: it is the first thing somebody would try"
    if _patterned(low):
        return "Use something that is not a pattern of letters or keys"
    if _obvious(low):
        return "Add words of your own: this is made of the most common ones"
    return None


def one_time() -> str:
    """A password to hand over once: four groups of four, about 79 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


def _words(about: Iterable[str]) -> list[str]:
    return [word for text in about for word in re.findall(r"\w{4,}", text.casefold())]


def _patterned(low: str) -> bool:
    """Few different characters, one unit over and over, or hardly a step that leaves the alphabet or the keyboard."""
    if len(set(low)) < 5 or re.fullmatch(r"(.{1,8}?)\1+.?", low):
        return True
    leaps = sum(one != two and (one, two) not in _STEPS for one, two in pairwise(low))
    return leaps < len(low) // 3


def _obvious(low: str) -> bool:
    """Nothing left but digits and signs once the common words are taken out."""
    for text in (low, low.translate(_LOOKALIKES)):
        for word in OBVIOUS:
            text = text.replace(word, " ")
        if len(re.sub(r"[\W\d_]", "", text)) < 4:
            return True
    return False
