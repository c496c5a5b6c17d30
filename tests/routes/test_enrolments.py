"""Pages of what a client has bought."""

from dataclasses import replace

import pytest

from studio.models.sales.enrolment_lists import enrolments_of

from ..builders import a_client, a_complete_assessment
from ..offers import ASSESSMENT, TWICE, an_offer
from ..people import Cast
from ..statements import counted


def filled(desk, client, **said: object) -> dict[str, object]:
    """What the sale's form holds as it comes, with these answers."""
    page = desk.get("enrolments.new", client_id=client.id)
    sent = {name: page.select_one(f"input[name={name}]")["value"] for name in ("key", "seen")}
    return sent | {"start": "today", "pay": "full:cash"} | said


def test_a_sum_that_is_not_what_was_seen_is_shown_again_and_nothing_is_sold(browse) -> None:
    client, version = a_client(), an_offer()
    desk = browse(Cast().front_desk)
    sent = filled(desk, client, offer=version.id, discount="5", discount_why="A friend")
    page = desk.post("enrolments.create", sent, client_id=client.id, expect=409)
    assert "The sum is another now" in page.text
    assert "£2,057.70" in page.text
    assert not enrolments_of(client.id)


@pytest.mark.parametrize(("who", "status"), [("front_desk", 422), ("owner", 303)])
def test_only_the_owner_takes_off_more_than_the_rule_allows(browse, who, status) -> None:
    client, version = a_client(), an_offer()
    desk = browse(getattr(Cast(), who))
    sent = filled(desk, client, offer=version.id, discount="20", discount_why="Opening week", pay="full:")
    sent["seen"] = f"{version.id}:{216600 * 80 // 100}"
    page = desk.post("enrolments.create", sent, client_id=client.id, expect=status)
    assert len(enrolments_of(client.id)) == (status == 303)
    assert status == 303 or "At most 15% may be taken off" in page.text


def test_selling_costs_as_many_statements_with_a_long_price_list(browse) -> None:
    client = a_client()
    an_offer(ASSESSMENT)
    an_offer()
    desk = browse(Cast().front_desk)
    desk.get("enrolments.new", client_id=client.id)
    with counted() as few:
        desk.get("enrolments.new", client_id=client.id)
    for number in range(12):
        an_offer(replace(TWICE, name=f"Package {number}"))
    with counted() as many:
        desk.get("enrolments.new", client_id=client.id)
    assert len(few) == len(many) <= 12


def test_what_is_left_is_passed_on_from_its_page_and_taken_back(browse) -> None:
    client, other = a_client("Anna Smith"), a_client("Ben Okafor")
    desk, version = browse(Cast().front_desk), an_offer()
    desk.post("enrolments.create", filled(desk, client, offer=version.id), client_id=client.id, expect=303)
    [one] = enrolments_of(client.id)
    about = {"client_id": client.id, "enrolment_id": one.id}
    assert "Pass on" in desk.get("enrolments.show", **about).select_one(".enrolment__do").text
    page = desk.get("passings_on.new", name="okafor", **about)
    assert "No assessment since the sale" in page.text
    refused = desk.post("passings_on.create", {"to": str(other.id)}, **about, expect=409)
    assert "Ben Okafor needs an assessment" in refused.text
    a_complete_assessment(other)
    page = desk.get("passings_on.new", name="okafor", **about)
    sent = {name: page.select_one(f".people input[name={name}]")["value"] for name in ("to", "key")}
    desk.post("passings_on.create", sent, **about, expect=303)
    [new] = enrolments_of(other.id)
    assert "Ben Okafor’s" in desk.get("enrolments.show", **about).text
    mine = {"client_id": other.id, "enrolment_id": new.id}
    got = desk.get("enrolments.show", **mine)
    assert "Passed on from Anna Smith" in got.text
    assert "Give it back to Anna" in got.select_one(".enrolment__do").text
    desk.post("passings_on.delete", {}, **mine, expect=303)
    assert not enrolments_of(other.id)
