"""Passwords that are easy to guess are refused with what to do; good ones pass, blanks and all scripts included."""

import pytest

from studio.passwords import LONGEST, one_time, weakness

ABOUT = ("Mara Lindqvist", "mara@northside.example", "Northside Movement Studio")


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "zebra lamp quiet orbit",
        "xK9#mQ2vL7pw",
        "vier kleine Eulen im Regen",
        "четыре совы под дождём",
        "雨の中で四羽のふくろうが鳴く",
        "tr0ub4dor&3xyz",
        "a" * 3 + "zebra lamp quiet orbit " * 3,
    ],
)
def test_a_password_of_ones_own_words_passes(password: str) -> None:
    assert weakness(password, ABOUT) is None


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "P@ssw0rd2026!",
        "qwertyuiop12",
        "poiuytrewq99",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "hunter2hunter2",
        "123456789012",
        "1qaz2wsx3edc",
        "Summer2026!!",
        "iloveyouforever",
        "my new password",
        "geheimgeheim1",
        "asdfghjkl;'\\",
        "01/02/1984 1984",
    ],
)
def test_a_password_guessers_try_first_is_refused(password: str) -> None:
    assert weakness(password, ABOUT)


@pytest.mark.parametrize("password", ["lindqvist-2026-x", "tea at Northside now", "MARA likes walking"])
def test_a_password_with_the_persons_or_the_studios_name_is_refused(password: str) -> None:
    assert "Leave out" in str(weakness(password, ABOUT))


def test_length_is_said_in_characters() -> None:
    assert "at least 12" in str(weakness("short one"))
    assert "at most 256" in str(weakness("zebra lamp quiet orbit " * 12))
    assert weakness(("zebra lamp quiet orbit " * 12)[:LONGEST]) is None


def test_a_one_time_password_is_never_refused_and_never_the_same() -> None:
    given = {one_time() for _ in range(50)}
    assert len(given) == 50
    assert not any(weakness(password, ABOUT) for password in given)
