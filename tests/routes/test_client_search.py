"""Finding a client from any page: a few letters of any part of the name, or of the number."""

from collections.abc import Callable

import pytest

from studio.operations import clients

from ..browse import Browser
from ..builders import a_client
from ..people import Cast

Browse = Callable[..., Browser]


@pytest.fixture
def book(app: object) -> dict[str, int]:
    """Some clients by name."""
    people = {
        "Zoë Papadopoulou": "+447400123456",
        "Siobhán Ní Dhomhnaill": "+442079460142",
        "Łukasz Øster-Đurić": "",
        "王伟": "",
        "राम कुमार": "",
        "Anna Annesley": "+353851234567",
        "Ann Papa": "",
    }
    return {name: a_client(name, phone=phone).id for name, phone in people.items()}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("zoe", {"Zoë Papadopoulou"}),
        ("ZOË", {"Zoë Papadopoulou"}),
        ("pap", {"Zoë Papadopoulou", "Ann Papa"}),
        ("pap zo", {"Zoë Papadopoulou"}),
        ("zo pap", {"Zoë Papadopoulou"}),
        ("ni dho", {"Siobhán Ní Dhomhnaill"}),
        ("lukasz", {"Łukasz Øster-Đurić"}),
        ("oster", {"Łukasz Øster-Đurić"}),
        ("duric", {"Łukasz Øster-Đurić"}),
        ("王", {"王伟"}),
        ("राम", {"राम कुमार"}),
        ("ann", {"Anna Annesley", "Ann Papa"}),
        ("07400 123", {"Zoë Papadopoulou"}),
        ("+44 7400 123456", {"Zoë Papadopoulou"}),
        ("3456", {"Zoë Papadopoulou"}),
        ("020 7946", {"Siobhán Ní Dhomhnaill"}),
        ("085123", {"Anna Annesley"}),
        ("ann zoe", set()),
        ("nobody", set()),
        ("%", set()),
        ("_", set()),
        ("'; drop table clients", set()),
        ("\U0010ffff", set()),
        ("", set()),
    ],
)
def test_a_client_is_found(browse: Browse, people: Cast, book: dict[str, int], typed: str, found: set[str]) -> None:
    fragment = browse(people.front_desk).get("client_search.show", fragment=True, q=typed)
    assert {one.get_text() for one in fragment.select("[role=option] b")} == found


def test_an_address_is_found_by_its_beginning(browse: Browse, people: Cast) -> None:
    a_client("Wei Zhang", email="wei.zhang@example.com")
    fragment = browse(people.coach).get("client_search.show", fragment=True, q="wei.zh@")
    assert not fragment.select("[role=option]")
    fragment = browse(people.coach).get("client_search.show", fragment=True, q="wei.zhang@ex")
    assert len(fragment.select("[role=option]")) == 1


def test_three_letters_and_enter_open_the_first(browse: Browse, people: Cast, book: dict[str, int]) -> None:
    browser = browse(people.coach)
    browser.get("clients.index", q="zoe", open="first", expect=302)
    assert browser.last is not None
    assert browser.last.location == f"/clients/{book['Zoë Papadopoulou']}"


def test_without_a_match_enter_offers_to_take_them_in(browse: Browse, people: Cast, book: dict[str, int]) -> None:
    page = browse(people.coach).get("clients.index", q="Nia Okoro", open="first")
    assert "Nobody fits" in page.get_text()
    offer = page.select_one('main a[href^="/clients/new"]')
    assert offer is not None
    filled = browse(people.coach).get("clients.new", name="Nia Okoro")
    assert filled.select_one("#name")["value"] == "Nia Okoro"  # type: ignore[index]


def test_the_list_of_a_search_is_a_page_of_its_own(browse: Browse, people: Cast, book: dict[str, int]) -> None:
    page = browse(people.coach).get("clients.index", q="ann")
    assert {link.get_text() for link in page.select("#people a")} == {"Anna Annesley", "Ann Papa"}


def test_archived_clients_are_found_and_marked(browse: Browse, people: Cast) -> None:
    clients.archive(a_client("Zoë Papadopoulou"), by=people.coach)
    fragment = browse(people.coach).get("client_search.show", fragment=True, q="zoe")
    assert "archived" in fragment.get_text()


def test_a_new_name_and_number_are_found_and_the_old_ones_are_not(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou", phone="+447400123456")
    clients.change(client, {"name": "Zoë Marinou", "phone": "+447400654321"}, seen=1, by=people.coach)
    browser = browse(people.coach)
    for typed, number in (("papad", 0), ("07400123", 0), ("marinou", 1), ("4321", 1)):
        assert len(browser.get("client_search.show", fragment=True, q=typed).select("[role=option]")) == number


def test_many_matches_are_cut_and_lead_to_all(browse: Browse, people: Cast) -> None:
    for number in range(12):
        a_client(f"Anna Number{number:02}", phone="")
    fragment = browse(people.coach).get("client_search.show", fragment=True, q="anna")
    assert len(fragment.select("[role=option]")) == 8
    assert fragment.select_one('a[href="/clients?q=anna"]')


def test_the_fragment_has_one_root(browse: Browse, people: Cast) -> None:
    for typed in ("", "zoe", "nobody"):
        fragment = browse(people.coach).get("client_search.show", fragment=True, q=typed)
        roots = fragment.find_all(recursive=False)
        assert [root.get("id") for root in roots] == ["found"]
