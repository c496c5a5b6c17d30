"""The gate: which face prints a character, what happens to one that no face has, right-to-left names."""

from studio.documents import fonts
from studio.documents.check import print_warnings
from studio.documents.rtl import printing_order
from studio.documents.styles import style
from studio.documents.text import MISSING, Strong, line, missing_characters, para
from tests.documents.samples import home_sheet

BODY = style(12)


def faces(words: str) -> list[tuple[str, str]]:
    return list(line(words, BODY).runs)


def test_latin_greek_and_cyrillic_print_in_source_sans() -> None:
    assert faces("Łukasz, Γιώργος, Юлия → ≥ ½") == [("Łukasz, Γιώργος, Юлия → ≥ ½", fonts.REGULAR)]


def test_a_word_source_sans_lacks_prints_in_the_fallback_as_a_whole() -> None:
    assert faces("call שלום now") == [("call ", fonts.REGULAR), ("םולש ", "DejaVuSans"), ("now", fonts.REGULAR)]


def test_a_character_no_face_has_is_seen_to_be_missing() -> None:
    assert faces("王小明") == [(MISSING * 3, "DejaVuSans")]
    assert missing_characters("Ann 王小明") == "王小明"
    assert missing_characters("Zoë Müller-Łukasz") == ""


def test_bold_text_falls_back_to_a_bold_face() -> None:
    assert line(Strong("שלום"), BODY).runs == (("םולש", "DejaVuSans-Bold"),)


def test_markup_is_only_text() -> None:
    assert para("<b>5 & 6</b>", BODY).getPlainText() == "<b>5 & 6</b>"


def test_a_line_never_leaves_its_room() -> None:
    fitted = line("Bartholomew Featherstonehaugh", BODY, room=80)
    assert fitted.width <= 80
    assert fitted.runs[-1][0].endswith("…")


def test_a_hebrew_name_is_turned_round_and_its_brackets_with_it() -> None:
    assert printing_order("שלום (מרים) 12") == "(םירמ) םולש 12"


def test_arabic_letters_take_their_joined_forms() -> None:
    # seen, lam-alef and meem of “salaam”, from right to left
    assert printing_order("سلام") == "\ufee1\ufefc\ufeb3"


def test_warnings_name_the_text_that_will_not_print_as_typed() -> None:
    (warning,) = print_warnings(home_sheet(client_first="王小明"))
    assert warning == "“王小明” has characters our paper cannot print (王小明). They appear as □."
    assert print_warnings(home_sheet()) == ()


def test_a_long_right_to_left_text_is_warned_of() -> None:
    (warning,) = print_warnings(home_sheet(limits=("שלום מרים " * 8,)))
    assert "long right-to-left text" in warning
