"""Somebody is erased, and the books stay: numbers, days and amounts, and nothing that names them."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import String, func, select

from studio.extensions import Base, db
from studio.models.books.balances import owed_by
from studio.models.books.invoices import Invoice
from studio.models.books.ledger import Entry, Method
from studio.models.person import KEPT, TOLD
from studio.models.studios import studio_today
from studio.operations.books import reminding, till
from studio.operations.books.papers import print_invoice, print_receipt
from studio.operations.erasures import erase

from ..browse import Browser
from ..builders import a_client
from ..documents.reading import text as text_of
from ..people import Cast, the_house
from ..till import an_invoice
from .test_personal_data import CANARY, kept_bytes

NO_WORDS_OF_PEOPLE = {
    *("invoices.kind", "invoices.currency", "invoices.key", "payments.method", "payments.currency", "payments.key"),
    *("entries.kind", "entries.currency", "entries.key", "reminders.how", "credits.kind", "credits.key"),
    *("enrolments.currency", "enrolments.pays", "enrolments.state", "enrolments.left", "enrolments.key"),
    *("clock_changes.kind", "sessions.outcome", "sessions.key"),
}


def test_every_word_in_the_books_is_wiped_or_names_nobody() -> None:
    kept = {name: Base.metadata.tables[name] for name in KEPT if name not in ("events", "erasures")}
    words = {
        f"{name}.{column.name}"
        for name, table in kept.items()
        for column in table.columns
        if isinstance(column.type, String) and column.name not in TOLD.get(name, {})
    }
    told = {word for word in words if word.split(".")[0] not in ("pay_links", "pay_pages", "provider_events")}
    assert told <= NO_WORDS_OF_PEOPLE, "say in models/person.py what stands there after erasing"


def test_of_an_erased_client_the_sums_stay_and_no_word(
    data: Path, browse: Callable[..., Browser], people: Cast
) -> None:
    client = a_client(CANARY, email=f"{CANARY}@example.com")
    invoice = an_invoice(client, 30000, days=(-4,))
    reminding.remind(studio_today())
    said = {"on": studio_today(), "currency": "GBP", "by": people.front_desk, "reference": f"Transfer of {CANARY}"}
    payment = till.receive(client, 10000, Method.transfer, **said)  # type: ignore[arg-type]
    till.write_off(invoice, f"{CANARY} moved away", by=people.owner, key=None)
    print_invoice(invoice, the_house(), studio_today(), by=people.owner)
    print_receipt(payment, client, the_house(), studio_today(), by=people.owner)
    rows = db.session.scalar(select(func.count()).select_from(Entry))
    id_, code = client.id, invoice.code
    erase(client, "Asked for it", by=people.owner)
    assert CANARY.lower().encode() not in kept_bytes(data).lower()
    assert db.session.scalar(select(func.count()).select_from(Entry)) == rows
    assert owed_by(id_) == 0
    assert db.session.scalars(select(Invoice)).one().buyer == {}
    desk = browse(people.front_desk)
    link = desk.get("money_invoices.index", q="1").select_one(".people__one a")
    assert link is not None
    printed = text_of(desk.http.get(str(link["href"])).data)
    assert code in printed
    assert f"Erased record {id_}" in printed
