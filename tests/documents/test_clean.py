"""Outside text before it is set: normalised, harmless, capped, breakable."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from studio.documents.clean import CUT, LONGEST_WORD, clean

ANYTHING = st.text(st.characters(codec=None), max_size=300)


@given(ANYTHING)
def test_no_control_format_or_surrogate_character_comes_through(text: str) -> None:
    assert not [char for char in clean(text) if unicodedata.category(char) in {"Cc", "Cf", "Cs"}]


@given(ANYTHING, st.integers(40, 200))
def test_no_text_is_longer_than_its_limit_and_the_breaks_in_long_words(text: str, limit: int) -> None:
    assert len(clean(text, limit)) <= limit + limit // LONGEST_WORD


@given(ANYTHING)
def test_no_word_is_too_long_to_break(text: str) -> None:
    assert max(map(len, clean(text).split(" "))) <= LONGEST_WORD


@given(ANYTHING)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text, 10_000)
    assert clean(once, 10_000) == once


def test_letters_and_marks_are_joined() -> None:
    assert clean("Zoe\u0308") == "Zoë"


def test_a_cut_text_ends_with_words_that_say_so() -> None:
    assert clean("a knee " * 100, 60).endswith(CUT)
    assert clean("a knee", 60) == "a knee"


def test_a_number_stays_with_its_unit() -> None:
    assert clean("bent 6 cm, hold 30 seconds") == "bent 6\u00a0cm, hold 30\u00a0seconds"


def test_line_ends_and_tabs_become_spaces() -> None:
    assert clean("one\n\ntwo\tthree\u2028four") == "one two three four"
