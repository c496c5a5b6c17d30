"""Merging two records of one person: what moves, what stays, what is in the way, and taking it apart again."""

from collections.abc import Callable
from itertools import chain

import pytest
from flask import Flask
from sqlalchemy import Table, UniqueConstraint, select

from studio.clock import utcnow
from studio.extensions import db
from studio.models.attachments import Attachment
from studio.models.client_history import history
from studio.models.client_rows import STAYS, client_columns, ids_of, naming_clients
from studio.models.client_search import find
from studio.models.clients import Client
from studio.models.consents import consents_of, grants_of, standing_of
from studio.models.database import write
from studio.models.hand_overs import HandOver
from studio.models.merge_view import merge_view
from studio.models.merges import merged_into
from studio.models.papers import Paper
from studio.models.photos import photos_to_show
from studio.models.precautions import precautions_of
from studio.models.standing import standing
from studio.models.studios import studio_today
from studio.operations import clients, consents, papers, second_ratings
from studio.operations.merges import Blocked, Held, merge, undo

from ..builders import a_client, a_complete_assessment, a_consent, a_refer_out, a_referral, an_assessment
from ..limits import a_clearance, a_letter, a_precaution
from ..people import Cast
from ..pictures import a_photo
from ..programmes import KIT, a_draft, issue

# Where one client can have only one of something: `staying` sees to the first two; the others name rows that are
# one client's alone before and after.
ONE_EACH = {"programmes", "client_photos", "papers"}


def a_life(name: str, **values: object) -> Client:
    """A client with something in every drawer."""
    client = a_client(name, equipment=KIT, **values)
    issue(a_draft(client))
    a_consent(client, "photos")
    a_precaution(client, tags=["osteoporosis"])
    a_clearance(client, file=a_letter())
    a_referral(name, client_id=client.id)
    a_photo(client, "act_clam")
    return client


def test_every_table_that_names_a_client_goes_along_or_stays_for_a_reason(app: Flask) -> None:
    naming = {table.name for table in db.metadata.sorted_tables if list(naming_clients(table))}
    assert {column.table.name for column in client_columns()} == naming - set(STAYS)
    assert set(STAYS) <= naming
    assert all(STAYS.values())
    assert all("id" in column.table.c for column in client_columns())


def test_every_rule_of_one_each_has_been_thought_of(app: Flask) -> None:
    def of_client(table: Table) -> bool:
        unique = [one.columns for one in table.constraints if isinstance(one, UniqueConstraint)]
        unique += [one.columns for one in table.indexes if one.unique]
        return bool({column.name for column in naming_clients(table)} & {one.name for one in chain(*unique)})

    assert {column.table.name for column in client_columns() if of_client(column.table)} == ONE_EACH  # type: ignore[arg-type]


def test_everything_moves_and_comes_back(app: Flask) -> None:
    kept, other = a_client("Nora Lindgren", phone="+442079461111"), a_life("Nora Lindgren-Berg")
    before = [ids_of(kept.id), ids_of(other.id)]
    row = merge(kept, other, {"name"}, by=Cast().coach)
    assert ids_of(other.id) == {}
    assert (kept.name, kept.phone) == ("Nora Lindgren-Berg", "+442079461111")
    assert other.archived_at is not None
    assert merged_into(other.id) == kept
    assert len(standing(kept.id, studio_today()).in_force) == 1
    assert find("berg", 5)[0].id == kept.id
    undo(row, by=Cast().coach)
    assert [ids_of(kept.id), ids_of(other.id)] == before
    assert (kept.name, other.archived_at, merged_into(other.id)) == ("Nora Lindgren", None, None)
    undo(row, by=Cast().coach)


def test_papers_and_consents_stay_as_they_were_issued(app: Flask) -> None:
    kept, other = a_client("Nora Lindgren"), a_life("Nora Berg")
    (signed,) = consents_of(other.id)
    (paper,) = db.session.scalars(select(Paper).where(Paper.client_id == other.id, Paper.consent_id.is_(None)))
    sheet, content = dict(signed.sheet), papers.read(paper)
    merge(kept, other, set(), by=Cast().coach)
    assert consents_of(kept.id) == [signed]
    assert (signed.sheet, papers.read(paper)) == (sheet, content)
    assert standing_of(kept.id).granted >= {"photos"}
    assert set(photos_to_show(kept.id)) == {"act_clam"}


def test_of_two_programmes_and_two_photos_the_kept_records_go_on(app: Flask) -> None:
    kept, other = a_life("Nora Lindgren"), a_life("Nora Berg")
    view = merge_view(kept, other, now=utcnow(), country="GB")
    assert len(view.told) == 3
    assert any("home programme" in words for words in view.told)
    mine = ids_of(kept.id)
    row = merge(kept, other, set(), by=Cast().coach)
    assert ids_of(kept.id)["programmes.client_id"] == mine["programmes.client_id"]
    left = ids_of(other.id)
    assert set(left) == {"programmes.client_id", "papers.client_id", "client_photos.client_id"}
    assert len(precautions_of(kept.id)) == 2
    undo(row, by=Cast().coach)
    assert ids_of(kept.id) == mine


def a_hand_over(kept: Client, other: Client) -> None:
    now = utcnow()
    with write() as session:
        session.add(HandOver(client_id=other.id, user_id=Cast().coach.id, steps=[], started_at=now, seen_at=now))


def a_blind_rating(kept: Client, other: Client) -> None:
    rated = a_complete_assessment(kept).assessment
    second_ratings.start(rated, "video", by=Cast().owner, zone="Europe/London")


def merged_before(kept: Client, other: Client) -> None:
    merge(a_client("Third"), other, set(), by=Cast().coach)


def put_away(kept: Client, other: Client) -> None:
    clients.archive(kept, by=Cast().coach)


def withdrawn_elsewhere(kept: Client, other: Client) -> None:
    first = a_consent(kept, "photos")
    a_consent(other, "photos")
    photos = next(one for one in grants_of(first.id) if one.purpose == "photos")
    consents.withdraw(photos, kept, "told us", by=Cast().coach)


@pytest.mark.parametrize("matter", [a_hand_over, a_blind_rating, merged_before, put_away, withdrawn_elsewhere])
def test_what_is_in_the_way_is_said_first(matter: Callable[[Client, Client], None], app: Flask) -> None:
    kept, other = a_client("Nora Lindgren"), a_client("Nora Berg")
    matter(kept, other)
    assert merge_view(kept, other, now=utcnow(), country="GB").blocks
    with pytest.raises(Blocked):
        merge(kept, other, set(), by=Cast().coach)


def test_a_record_is_not_merged_with_itself(app: Flask) -> None:
    client = a_client()
    with pytest.raises(Blocked):
        merge(client, client, set(), by=Cast().coach)


def test_what_came_since_forbids_taking_it_back(app: Flask) -> None:
    kept, other = a_client("Nora Lindgren"), a_life("Nora Berg")
    row = merge(kept, other, set(), by=Cast().coach)
    an_assessment(kept)
    with pytest.raises(Held, match="assessments"):
        undo(row, by=Cast().coach)
    assert merged_into(other.id) == kept


def test_an_edit_since_forbids_taking_it_back(app: Flask) -> None:
    kept, other = a_client("Nora Lindgren"), a_client("Nora Berg")
    row = merge(kept, other, set(), by=Cast().coach)
    clients.change(kept, {"note": "x"}, seen=kept.revision, by=Cast().coach)
    with pytest.raises(Held, match="edited"):
        undo(row, by=Cast().coach)


def test_the_trail_tells_on_both_records(app: Flask) -> None:
    kept, other = a_client("Nora Lindgren"), a_client("Nora Berg")
    undo(merge(kept, other, set(), by=Cast().coach), by=Cast().coach)
    for client in (kept, other):
        said = [entry.event.kind for entry in history(client, country="GB")[0]]
        assert {"client.merged", "client.merge-undone"} <= set(said)


def test_a_letter_out_to_a_clinician_still_shuts_the_gate(app: Flask) -> None:
    kept, other = a_client("Nora Lindgren"), a_client("Nora Berg")
    a_refer_out(other)
    merge(kept, other, set(), by=Cast().coach)
    assert standing(kept.id, studio_today()).letter is not None
    assert db.session.scalars(select(Attachment)).all() == []
