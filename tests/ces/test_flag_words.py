"""Red flags in somebody's own words: found where they are said and not where they are denied."""

import pytest

from studio.ces.catalogue import catalogue
from studio.ces.flag_words import flag_words, flags_in, told, urgency
from studio.ces.mentions import mentions, mentions_in


def test_only_flags_of_the_reference_have_words_and_each_is_to_be_seen_today() -> None:
    known = catalogue().safety.red_flags
    assert {row.flag for row in flag_words()} <= set(known)
    assert {row.level for row in flag_words()} == {"EMERGENCY", "SAME_DAY"}


@pytest.mark.parametrize(
    ("text", "flags", "level"),
    [
        ("Chest  pressure\nsince this morning", ("rf_chest_now",), "EMERGENCY"),
        ("Saddle numbness since Friday, not sleeping", ("rf_ces",), "EMERGENCY"),
        ("No sleep and chest pain", ("rf_chest_now",), "EMERGENCY"),
        ("Denies chest pain; felt a pop in the calf", ("rf_achilles",), "SAME_DAY"),
        ("No chest pain or saddle numbness", (), None),
        ("Denies any fever, chills. Without new foot drop", (), None),
        ("Stiff knee, end of therapy", (), None),
    ],
)
def test_a_sign_counts_unless_it_is_denied_right_before(text: str, flags: tuple[str, ...], level: str | None) -> None:
    assert flags_in([text]) == flags
    assert urgency(flags) == level


def test_the_sentence_names_the_number_to_call() -> None:
    assert "Call 999 now" in told("EMERGENCY", "999")


def test_an_inquiry_is_sorted_by_what_it_speaks_of() -> None:
    assert mentions_in("My knee hurts since the replacement") == ["pain", "operation"]
    assert mentions_in("I would like to move better") == []
    assert all(one.ask and one.label for one in mentions().values())
