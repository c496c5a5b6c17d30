"""The owner's pages for one person's data, and for how long records are kept."""

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta

from time_machine import travel

from studio.clock import utcnow
from studio.models.clients import load_client
from studio.models.retention import Kept, rules

from ..browse import Browser
from ..builders import a_client
from ..people import Cast

Browse = Callable[..., Browser]


def test_the_owner_takes_a_record_out_as_one_file(browse: Browse, people: Cast) -> None:
    client = a_client("Zoë Papadopoulou")
    owner = browse(people.owner)
    assert "Health answers" in owner.get("personal_data.show", client_id=client.id).get_text()
    owner.post("personal_data.export", client_id=client.id, expect=200)
    answer = owner.last
    assert answer is not None
    assert "Z-Papadopoulou.zip" in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert "Zoë Papadopoulou" in archive.read("record.json").decode()


def test_a_record_is_erased_only_by_who_types_its_name(browse: Browse, people: Cast) -> None:
    client = a_client("Ann Lee")
    owner = browse(people.owner)
    page = owner.post("personal_data.erase", {"reason": "Asked", "name": "Ann"}, client_id=client.id, expect=422)
    assert "Type the name as it stands on the record: Ann Lee" in page.get_text()
    page = owner.post(
        "personal_data.erase", {"reason": "Ann asked", "name": "Ann Lee"}, client_id=client.id, expect=422
    )
    assert "Leave the name out of the reason" in page.get_text()
    assert load_client(client.id) is not None
    owner.post("personal_data.erase", {"reason": "Asked", "name": "ann lee"}, client_id=client.id, expect=303)
    assert "The record is erased" in owner.follow().get_text()
    owner.get("clients.show", client_id=client.id, expect=404)
    for listed in (owner.get("clients.index", show="archived"), owner.get("today.show")):
        assert "Ann" not in listed.get_text()
        assert "Erased record" not in listed.get_text()


def test_the_owner_sets_how_long_and_looks_before_anything_goes(browse: Browse, people: Cast) -> None:
    client = a_client("Long Gone")
    with travel(utcnow() + timedelta(days=800)):
        owner = browse(people.owner)
        owner.post("retention.update", {"records": "0", "referrals": "12", "mails": "x"}, expect=422)
        owner.post("retention.update", {"records": "24", "referrals": "12", "mails": "6"}, expect=303)
        assert rules() == {Kept.records: 24, Kept.referrals: 12, Kept.mails: 6}
        assert "1 past its time" in owner.follow().get_text()
        assert "Long Gone" in owner.get("retention.show", kept="records").get_text()
        owner.post("retention.delete", {}, kept="records", expect=422)
        assert load_client(client.id) is not None
        owner.post("retention.delete", {"chosen": [str(client.id)]}, kept="records", expect=303)
        assert load_client(client.id) is None
        assert "Nothing is past its time" in owner.get("retention.show", kept="records").get_text()
