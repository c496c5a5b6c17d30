"""What people type: tidied, understood where it can be, and answered with what to do where it cannot."""

from datetime import date
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from studio.forms.clients import GOALS, ClientForm, home_equipment
from studio.forms.settings import PlaceForm


def filled(kind: type[Any] = ClientForm, **answers: str) -> Any:
    form = kind(MultiDict({"name": "Wei Zhang"} | answers), meta={"csrf": False})
    form.validate()
    return form


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Zoë \t Papadopoulou ", "Zoë Papadopoulou"),
        ("Zoe\u0308", "Zoë"),
        ("evil\u202egnp.exe", "evilgnp.exe"),
        ("nul\x00l", "null"),
        ("نیم\u200cفاصله", "نیم\u200cفاصله"),
    ],
)
def test_a_name_is_tidied_and_nothing_hidden_stays(app: Flask, typed: str, kept: str) -> None:
    assert filled(name=typed).name.data == kept


@pytest.mark.parametrize("typed", ["", "   ", "\u202e", "…", "!!!"])
def test_a_name_needs_a_letter(app: Flask, typed: str) -> None:
    (error,) = filled(name=typed).name.errors
    assert error.startswith("Enter the client's name")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("07400 123456", "+447400123456"),
        ("(020) 7946-0142", "+442079460142"),
        ("+353 85 123 4567", "+353851234567"),
        ("00353851234567", "+353851234567"),
        ("", ""),
    ],
)
def test_a_phone_number_is_read_as_people_here_write_it(app: Flask, typed: str, kept: str) -> None:
    assert filled(phone=typed).values()["phone"] == kept


@pytest.mark.parametrize("typed", ["12", "call me", "0740012345678901", "+99912345678"])
def test_a_phone_number_nobody_can_dial_is_answered_with_an_example(app: Flask, typed: str) -> None:
    (error,) = filled(phone=typed).phone.errors
    assert error.startswith("Enter a phone number such as 07400 123456")


def test_a_form_with_a_country_reads_numbers_of_that_country(app: Flask) -> None:
    form = filled(PlaceForm, country="IE", time_zone="Europe/Dublin", phone="085 123 4567")
    assert form.phone.data == "+353851234567"


@pytest.mark.parametrize("typed", ["a@b", "not an address", "@example.com", "two@at@signs.example"])
def test_an_address_that_is_none_is_answered_with_an_example(app: Flask, typed: str) -> None:
    assert list(filled(email=typed).email.errors) == ["Enter an e-mail address such as name@example.com"]


def test_an_address_is_kept_in_small_letters(app: Flask) -> None:
    assert filled(email="Zoe.P@Example.COM").values()["email"] == "zoe.p@example.com"


def born(day: str, month: str, year: str) -> Any:
    return filled(**{"birth_date-day": day, "birth_date-month": month, "birth_date-year": year})


def test_a_birth_date_comes_from_three_boxes(app: Flask) -> None:
    assert born("29", "2", "1984").values()["birth_date"] == date(1984, 2, 29)
    assert born("", "", "").values()["birth_date"] is None


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (("12", "3", ""), "Enter day, month and year in figures, as in 12 3 1984"),
        (("12", "3", "84"), "Enter the year with four figures, as in 1984"),
        (("12", "March", "1984"), "Enter day, month and year in figures, as in 12 3 1984"),
        (("30", "2", "1984"), "Enter a day that exists, as in 12 3 1984"),
        (("0", "0", "0000"), "Enter a day that exists, as in 12 3 1984"),
        (("1", "1", "2999"), "Enter a birth date in the past"),
        (("1", "1", "1801"), "Check the year of birth"),
    ],
)
def test_a_birth_date_that_cannot_be_is_answered_with_what_to_do(
    app: Flask, parts: tuple[str, str, str], sentence: str
) -> None:
    form = born(*parts)
    assert list(form.birth_date.errors) == [sentence]
    assert [form.birth_date.box(part) for part in ("day", "month", "year")] == list(parts)


def test_what_was_never_offered_is_not_taken(app: Flask) -> None:
    form = filled(goal="fly", sex="other", sheet_size="96", coach="999", language="tlh", equipment="trampoline")
    assert set(form.errors) == {"goal", "sex", "sheet_size", "coach", "language", "equipment"}
    assert all("from the list" in error for errors in form.errors.values() for error in errors)


def test_a_text_that_is_too_long_says_by_how_much(app: Flask) -> None:
    assert list(filled(note="x" * 2001).note.errors) == ["Shorten this to 2000 characters. It has 2001"]


def test_the_goals_offered_are_those_the_engine_knows(app: Flask) -> None:
    from studio.ces.catalogue import catalogue

    assert set(GOALS) == set(catalogue().goals)


def test_equipment_every_home_has_is_not_asked_for(app: Flask) -> None:
    offered = dict(home_equipment())
    assert "foam_roller" in offered
    assert not {"wall", "chair", "none", "coach"} & set(offered)


def test_an_extension_is_not_dropped_in_silence(app: Flask) -> None:
    (error,) = filled(phone="020 7946 0000 ext 12").phone.errors
    assert error.startswith("Enter the number without its extension")
