"""The studio's own facts, asked by the wizard and changed here."""

from collections.abc import Callable

from studio.models.studios import the_studio

from ..browse import Browser
from ..people import Cast

Browse = Callable[..., Browser]
STUDIO = {
    "name": "Northside Movement Studio",
    "country": "GB",
    "address": "12 Mill Street, Springfield",
    "phone": "020 7946 0142",
    "email": "hello@northside.example",
    "website": "",
    "time_zone": "Europe/London",
    "currency": "GBP",
    "paper": "A4",
    "units": "cm",
    "emergency_number": "999",
}


def test_the_form_shows_what_is_kept(browse: Browse, people: Cast) -> None:
    page = browse(people.owner).get("settings.edit")
    assert page.select_one("#phone")["value"] == "020 7946 0142"  # type: ignore[index]
    assert page.select_one("#country option[selected]")["value"] == "GB"  # type: ignore[index]


def test_the_owner_changes_the_studio(browse: Browse, people: Cast) -> None:
    browser = browse(people.owner)
    browser.post("settings.update", STUDIO | {"name": "Southside", "paper": "Letter", "phone": "+1 212 555 0142"})
    assert "settings are saved" in browser.follow().get_text()
    studio = the_studio()
    assert studio is not None
    assert (studio.name, studio.paper, studio.phone) == ("Southside", "Letter", "+12125550142")


def test_a_name_that_paper_cannot_print_is_warned_of(browse: Browse, people: Cast) -> None:
    browser = browse(people.owner)
    browser.post("settings.update", STUDIO | {"name": "北边"})
    assert "“北边” has characters our paper cannot print" in browser.follow().get_text()


def test_what_makes_no_sense_is_refused_with_what_to_do(browse: Browse, people: Cast) -> None:
    page = browse(people.owner).post(
        "settings.update",
        STUDIO | {"name": "", "time_zone": "Mars/Olympus", "paper": "A5", "currency": "XYZ"},
        expect=422,
    )
    for sentence in (
        "Enter the studio's name",
        "Choose the time zone from the list",
        "Choose the paper from the list",
        "Choose the currency from the list",
    ):
        assert sentence in page.get_text()
