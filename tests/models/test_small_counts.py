"""Small counts stay small: whoever reads a summary, and knows its rules, works no count under five out of it."""

from collections import defaultdict
from itertools import product

import pytest

from studio.models.small_counts import FEW, HELD, LEAST, chain, parts


@pytest.mark.parametrize(("number", "top"), [(2, 24), (3, 13), (4, 8)])
def test_no_hidden_part_of_a_told_whole_has_only_one_possible_value(number: int, top: int) -> None:
    alike = defaultdict(list)
    for counts in product(range(top + 1), repeat=number):
        words = parts(dict(zip("abcd", counts, strict=False)))
        assert all(
            said == HELD or int(said) == count >= LEAST for said, count in zip(words.values(), counts, strict=True)
        )
        alike[sum(counts), tuple(words.values())].append(counts)
    for (total, words), possible in alike.items():
        if LEAST <= total <= top:  # above it some ways to share it out were not tried
            for place, said in enumerate(words):
                assert said != HELD or len({one[place] for one in possible}) > 1, (total, words)


def test_no_two_of_a_chain_tell_a_difference_under_five() -> None:
    alike = defaultdict(list)
    for a, b, c in product(range(24), repeat=3):
        if a >= b >= c and a >= LEAST:
            alike[tuple(chain([a, b, c]))].append((a, b, c))
    for words, possible in alike.items():
        for one, other in ((0, 1), (1, 2), (0, 2)):
            differences = {counts[one] - counts[other] for counts in possible}
            assert len(differences) > 1 or differences.pop() >= LEAST, words
        for place, said in enumerate(words):
            assert said.isdecimal() or len({counts[place] for counts in possible}) > 1, words


def test_what_can_be_told_is_told() -> None:
    assert chain([42, 33, 30, 17]) == ["42", "33", f"all of 33 but {FEW}", "17"]
    assert parts({"gone": 31, "better": 14, "same": 9}) == {"gone": "31", "better": "14", "same": "9"}
    assert parts({"gone": 31, "better": 14, "same": 9, "more": 1}) == {
        "gone": "31", "better": "14", "same": HELD, "more": HELD,
    }  # fmt: skip
