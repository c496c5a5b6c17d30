"""The agreement of a sale: its words are those of the day, its paper stays the same to the last byte."""

from dataclasses import replace

import pytest

from studio.models.books.ledger import Method
from studio.models.sales.agreements import agreement_of, said_in
from studio.models.studios import studio_today
from studio.operations import papers
from studio.operations.sales import agreements, selling
from studio.operations.sales.selling import Sale

from ..builders import SIGNATURE, a_client
from ..documents.reading import text
from ..offers import TWICE, an_offer
from ..people import Cast, the_house

pytestmark = pytest.mark.usefixtures("app")


def test_an_agreement_is_signed_once_and_its_papers_stay_as_they_were_printed() -> None:
    client, version = a_client("Zoë Papadopoulou"), an_offer()
    one = selling.sell(client, Sale(version, studio_today(), "instalments", Method.card), by=Cast().front_desk)
    agreement = agreement_of(one.id)
    assert agreement
    to_sign = papers.read(agreements.paper_of(agreement, client, by=Cast().coach))
    an_offer(replace(TWICE, price=300000, name="Another"), begins=studio_today(), offer=version.offer)
    assert papers.read(agreements.paper_of(agreement, client, by=Cast().coach)) == to_sign
    signing = agreements.Signing("Zoë Papadopoulou", SIGNATURE)
    agreements.sign(agreement, client, signing, studio=the_house(), by=Cast().front_desk)
    signed = papers.read(agreements.paper_of(agreement, client, by=Cast().coach))
    assert papers.read(agreements.paper_of(agreement, client, by=Cast().owner)) == signed != to_sign
    assert [part.amount for part in said_in(agreement).parts] == ["£722.00"] * 3
    said = text(signed)
    assert "12 weeks, twice a week" in said
    assert "Taken by Ines Castellanos" in said
    with pytest.raises(agreements.SignedAlready):
        agreements.sign(agreement, client, signing, studio=the_house(), by=Cast().coach)
