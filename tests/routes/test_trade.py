"""How the studio trades: what the owner sets holds for what is sold from then on."""

from collections.abc import Callable
from typing import Any

import pytest

from studio.extensions import db
from studio.models.books.trade import the_trade
from studio.models.events import Event
from studio.terms.law import Band
from studio.terms.law_sets import law_sets

from ..browse import Browser
from ..filled import form_of
from ..people import Cast

Browse = Callable[..., Browser]
FORM = "form.trade-form"


def sent(owner: Browser, law: str = "", **said: Any) -> dict[str, Any]:
    """What the page sends, begun with a set of law, with these answers in its boxes."""
    page = owner.get("trade.edit", **({"law": law} if law else {}))
    return form_of(page, FORM) | said


def test_a_set_of_law_fills_the_boxes_and_holds_once_it_is_saved(browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    form = sent(owner, "US_CA", tax_rate="8.875", base_session="80", pay_to="IBAN 1", reminder_days="5")
    assert the_trade().rules.bands == ()
    owner.post("trade.update", form)
    trade, law = the_trade(), law_sets("GBP")["US_CA"].law
    assert trade.rules == law
    assert (trade.law, trade.tax_rate, trade.base_session, trade.reminder_days) == ("US_CA", 8875, 8000, [5])
    page = owner.get("trade.edit")
    assert "check with counsel" in page.text
    owner.post("trade.update", form_of(page, FORM))
    assert db.session.query(Event).filter_by(kind="trade.changed").count() == 1


def test_bands_are_kept_in_order_and_one_can_be_added(browse: Browse, people: Cast) -> None:
    owner = browse(people.owner)
    owner.post("trade.update", sent(owner, "US_CA", days_4="45", up_to_5="100", days_5="1"))
    bands = the_trade().rules.bands
    assert [band.days for band in bands] == [1, 5, 20, 30, 45]
    assert bands[-1] == Band(None, 45, False)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"sentence_points": "12"}, "Enter at least 14: California, US asks for it"),
        ({"up_to_4": "5000", "days_4": ""}, "Enter for how many days"),
        ({"up_to_4": "2000", "days_4": "9"}, "Enter each total once"),
        ({"tax_rate": "x"}, "Enter a percentage"),
        ({"reminder_days": "soon"}, "Enter whole numbers"),
    ],
)
def test_what_does_not_do_stays_and_says_what_does(
    browse: Browse, people: Cast, said: dict[str, str], told: str
) -> None:
    owner = browse(people.owner)
    form = sent(owner, "US_CA", **said)
    page = owner.post("trade.update", form, expect=422)
    assert told in page.text
    assert form_of(page, FORM) == form
    assert the_trade().changed_at is None
