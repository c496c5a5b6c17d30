"""Merging on the page: find the other record, see what happens, do it, take it back."""

from collections.abc import Callable

from studio.models.merges import merges_of

from ..browse import Browser
from ..builders import a_client, a_complete_assessment, a_consent
from ..people import Cast
from ..programmes import KIT, a_draft, issue

Browse = Callable[..., Browser]


def test_likely_doubles_are_offered_and_others_are_found_by_name(browse: Browse, people: Cast) -> None:
    kept, double, other = a_client("Nora Lindgren"), a_client("Nora Lindgren"), a_client("Åsa Öberg")
    browser = browse(people.coach)
    page = browser.get("merges.new", client_id=kept.id)
    assert [str(link["href"]) for link in page.select(".people a")] == [
        f"/clients/{kept.id}/merges/new?with={double.id}"
    ]
    page = browser.get("merges.new", client_id=kept.id, name="oberg")
    assert [str(link["href"]) for link in page.select(".people a")] == [
        f"/clients/{kept.id}/merges/new?with={other.id}"
    ]


def test_the_preview_says_what_differs_what_moves_and_what_stays(browse: Browse, people: Cast) -> None:
    kept, other = (a_client(name, equipment=KIT) for name in ("Nora Lindgren", "Nora Berg"))
    issue(a_draft(kept))
    issue(a_draft(other))
    a_consent(other)
    page = browse(people.coach).get("merges.new", **{"client_id": kept.id, "with": other.id})
    assert [one.get_text() for one in page.select(".merge-field legend")] == ["Name", "Phone"]
    words = page.get_text(" ", strip=True)
    assert "1 signed consent" in words
    assert "Both have a home programme. The one of Nora Lindgren goes on" in words
    assert merges_of(kept.id) == [], "a look changes nothing"


def test_merging_takes_what_was_chosen_and_leads_on(browse: Browse, people: Cast) -> None:
    kept, other = a_client("Nora Lindgren", phone="+442079461111"), a_client("Nora Berg", phone="+442079462222")
    a_complete_assessment(other)
    browser = browse(people.coach)
    chosen = {"with": other.id, "take-phone": "other", "take-name": "kept", "take-archived_at": "other"}
    browser.post("merges.create", chosen, client_id=kept.id)
    assert (kept.name, kept.phone, kept.archived_at) == ("Nora Lindgren", "+442079462222", None)
    page = browser.follow()
    assert page.select_one(".toast form") is not None
    page = browser.get("clients.show", client_id=other.id)
    assert "into the record of Nora Lindgren" in page.get_text(" ", strip=True)
    assert not [form for form in page.select("form") if str(form.get("action", "")).endswith("/restore")]
    (merge,) = merges_of(kept.id)
    assert "Merged into this record" in browser.get("merges.new", client_id=kept.id).get_text()
    browser.post("merges.delete", client_id=kept.id, merge_id=merge.id)
    assert (kept.phone, other.archived_at) == ("+442079461111", None)


def test_what_is_in_the_way_is_a_conflict_with_words(browse: Browse, people: Cast) -> None:
    kept, other = a_client(), a_client()
    browser = browse(people.coach)
    browser.post("merges.create", {"with": kept.id}, expect=409, client_id=kept.id)
    browser.post("merges.create", {"with": ""}, expect=422, client_id=kept.id)
    browser.post("merges.create", {"with": other.id}, client_id=kept.id)
    a_complete_assessment(kept)
    page = browser.post("merges.delete", expect=409, client_id=kept.id, merge_id=merges_of(kept.id)[0].id)
    assert "New entries stand on the record since" in page.get_text()


def test_the_front_desk_merges_nothing(browse: Browse, people: Cast) -> None:
    kept, other = a_client(), a_client()
    browser = browse(people.front_desk)
    assert "merge" not in browser.get("clients.show", client_id=kept.id).get_text().lower()
    browser.get("merges.new", expect=403, client_id=kept.id)
    browser.post("merges.create", {"with": other.id}, expect=403, client_id=kept.id)
