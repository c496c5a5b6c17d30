"""Therapists: found again when they refer, never taken for one another, and never overwritten by a form."""

from typing import Any

import pytest
from flask import Flask

from studio.models.database import write
from studio.models.therapists import Therapist, therapist_with_link
from studio.operations import therapists
from tests.people import Cast

PRIYA = {
    "name": "Priya Raghunathan",
    "profession": "Physical therapist",
    "clinic": "Harbour Street Physiotherapy",
    "phone": "+442079460150",
    "email": "priya@harbour.example",
}


@pytest.fixture
def priya(app: Flask, people: Cast) -> Therapist:
    return therapists.create(PRIYA, by=people.owner)


def sent(**said: str) -> Therapist:
    with write():
        return therapists.find_or_make({"name": "", "clinic": "", "phone": "", "email": ""} | said)


@pytest.mark.parametrize(
    "said",
    [
        {"name": "P. Raghunathan, PT", "email": "Priya@Harbour.example"},
        {"name": "Raghunathan", "phone": "020 7946 0150"},
        {"name": "priya raghunathan", "clinic": "HARBOUR STREET  Physiotherapy", "email": "other@harbour.example"},
    ],
)
def test_a_therapist_who_refers_again_is_found_by_mail_phone_or_name_and_clinic(
    priya: Therapist, said: dict[str, str]
) -> None:
    assert sent(**said).id == priya.id


@pytest.mark.parametrize(
    "said",
    [
        {"name": "Priya Raghunathan"},
        {"name": "Priya Raghunathan", "clinic": "Mill Road Sports Clinic"},
        {"name": "Tom Adler", "email": "priya@harbour.example"},
        {"name": "Tom Adler", "phone": "020 7946 0150", "clinic": "Harbour Street Physiotherapy"},
    ],
)
def test_the_same_name_alone_or_a_shared_desk_is_somebody_else(priya: Therapist, said: dict[str, str]) -> None:
    assert sent(**said).id != priya.id


def test_two_doctors_at_one_address_are_not_one_for_their_title(app: Flask, people: Cast) -> None:
    first = therapists.create({"name": "Dr Ana Sol", "email": "desk@mill.example"}, by=people.owner)
    assert sent(name="Dr Ben Rose", email="desk@mill.example").id != first.id


def test_what_a_form_says_does_not_change_who_is_on_file(priya: Therapist) -> None:
    before = priya.values()
    said: dict[str, Any] = PRIYA | {"clinic": "Elsewhere", "phone": "020 7946 0199", "licence": "PT 99"}
    assert sent(**said).values() == before


def test_a_number_nobody_can_dial_does_not_keep_a_therapist_out(app: Flask) -> None:
    found = sent(name="Tom Adler", phone="ask at the desk", clinic="Mill Road Sports Clinic")
    assert (found.name, found.phone) == ("Tom Adler", "")


def test_a_link_is_known_however_it_is_typed(priya: Therapist) -> None:
    assert therapist_with_link(priya.short_code.lower()) == priya
    assert therapist_with_link("no such link") is None


def test_a_change_of_something_else_meanwhile_stays_and_of_the_same_is_refused(priya: Therapist, people: Cast) -> None:
    therapists.change(priya, {"clinic": "Harbour Street"}, seen=1, by=people.owner)
    assert therapists.change(priya, {"phone": "+442079460199"}, seen=1, by=people.coach) == ["phone"]
    with pytest.raises(therapists.Stale) as stale:
        therapists.change(priya, {"clinic": "Harbour Physio"}, seen=1, by=people.coach)
    assert stale.value.before["clinic"] == PRIYA["clinic"]
    assert priya.clinic == "Harbour Street"
