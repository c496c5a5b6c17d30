"""Invoices, a credit note and receipts, in the currencies and shapes that break layouts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from studio.documents import invoice, receipt
from studio.sheets.invoice import InvoiceSheet, Item, PartLine, TaxSum
from studio.sheets.receipt import PackageLine, PaidLine, ReceiptSheet
from tests.documents.samples import STUDIO

ISSUED = date(2026, 11, 17)
PAY_TO = "Northside Movement Ltd, IBAN GB29 NWBK 6016 1331 9268 19. Please give the invoice’s number."


def plain_invoice() -> InvoiceSheet:
    """Paid in full, no tax."""
    return InvoiceSheet(
        studio=STUDIO,
        code="2026-0042",
        issued=ISSUED,
        buyer="Maria Smith",
        items=(Item(words="Assessment, 90 minutes", count="1", gross="$195.00"),),
        gross="$195.00",
        paid="$195.00",
        as_of=ISSUED,
    )


def two_rates() -> InvoiceSheet:
    """Prices that hold their tax, at two rates."""
    return replace(
        plain_invoice(),
        seller="Northside Movement Ltd",
        tax_number="GB 123 4567 89",
        due=date(2026, 12, 1),
        items=(
            Item(words="Package, 12 weeks, twice a week", count="1", net="£1,805.00", rate="20%", gross="£2,166.00"),
            Item(words="Handbook of home exercises", count="2", net="£22.86", rate="5%", gross="£24.00"),
        ),
        net="£1,827.86",
        tax="£362.14",
        gross="£2,190.00",
        taxes=(
            TaxSum(rate="20%", net="£1,805.00", tax="£361.00", gross="£2,166.00"),
            TaxSum(rate="5%", net="£22.86", tax="£1.14", gross="£24.00"),
        ),
        credited="£100.00",
        given_up="£40.00",
        paid="£50.00",
        open="£2,000.00",
        pay_to=PAY_TO,
        small_print="Services are not transferable. Payable within 14 days.",
    )


def instalments(**changed: object) -> InvoiceSheet:
    """Three parts, the first one paid."""
    sheet = replace(
        plain_invoice(),
        due=ISSUED,
        items=(Item(words="Package, 12 weeks, twice a week", count="1", gross="$2,166.00"),),
        gross="$2,166.00",
        paid="$722.00",
        open="$1,444.00",
        parts=(
            PartLine(due=ISSUED, amount="$722.00", state="paid"),
            PartLine(due=date(2026, 12, 15), amount="$722.00", state="open"),
            PartLine(due=date(2027, 1, 12), amount="$722.00", state="open"),
        ),
        pay_to=PAY_TO,
    )
    return replace(sheet, **changed)  # type: ignore[arg-type]


def credit_note() -> InvoiceSheet:
    """A part of an invoice taken back, printed a second time."""
    return replace(
        plain_invoice(),
        code="2026-0043",
        items=(Item(words="Part of invoice 2026-0042: four sessions less", count="1", gross="−$361.00"),),
        gross="−$361.00",
        paid="",
        corrects="invoice 2026-0042 of 17 November 2026",
        note="Moved away, more than 25 miles.",
        duplicate=date(2026, 11, 22),
    )


def long_invoice() -> InvoiceSheet:
    """Long names and many lines: it goes on to another page."""
    words = "Semi-private training with a very long name that wants two lines of its own, "
    return replace(
        two_rates(),
        buyer="Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Papadopoulou y Álvarez de Toledo",
        items=tuple(
            Item(words=f"{words}week {n}", count="12", net="£1,805.00", rate="20%", gross="£2,166.00")
            for n in range(1, 19)
        ),
        parts=instalments().parts,
    )


def in_yen() -> InvoiceSheet:
    return replace(
        plain_invoice(),
        items=(Item(words="Single session", count="3", net="¥27,273", rate="10%", gross="¥30,000"),),
        net="¥27,273",
        tax="¥2,727",
        gross="¥30,000",
        taxes=(TaxSum(rate="10%", net="¥27,273", tax="¥2,727", gross="¥30,000"),),
        paid="¥30,000",
    )


def in_francs() -> InvoiceSheet:
    return replace(
        plain_invoice(),
        items=(
            Item(words="Package, 16 weeks", count="1", net="CHF\u00a02,816.84", rate="8.1%", gross="CHF\u00a03,045.00"),
        ),
        net="CHF\u00a02,816.84",
        tax="CHF\u00a0228.16",
        gross="CHF\u00a03,045.00",
        taxes=(TaxSum(rate="8.1%", net="CHF\u00a02,816.84", tax="CHF\u00a0228.16", gross="CHF\u00a03,045.00"),),
        paid="",
        open="CHF\u00a03,045.00",
        due=date(2026, 12, 1),
    )


def paid_receipt(**changed: object) -> ReceiptSheet:
    """The second instalment, with a little too much."""
    sheet = ReceiptSheet(
        studio=STUDIO,
        number="R-412",
        client="Maria Smith",
        received=date(2026, 12, 15),
        amount="$730.00",
        method="Card terminal",
        reference="slip 8841",
        lines=(
            PaidLine(words="Invoice 2026-0042: Package, 12 weeks, twice a week", amount="$722.00", open="$722.00"),
            PaidLine(words="On account", amount="$8.00"),
        ),
        on_account="$8.00 lies on account",
        still_open="$714.00 is open in all",
        packages=(
            PackageLine(
                name="12 weeks, twice a week",
                left="15 of 24 sessions left",
                clock="week 5/12 · 9 of 24 used · re-screen due 29 Dec · ends 8 Feb 2027 (+4 weeks grace)",
            ),
        ),
        taken_by="Ines Castellanos",
        tax_number="GB 123 4567 89",
    )
    return replace(sheet, **changed)  # type: ignore[arg-type]


INVOICES = {
    "plain": plain_invoice(),
    "two-rates": two_rates(),
    "instalments": instalments(),
    "instalments-18": instalments(size=18),
    "credit-note": credit_note(),
    "long": long_invoice(),
    "yen": in_yen(),
    "francs": in_francs(),
}
MONEY: tuple[tuple[str, Callable[[Any], bytes], Any, int], ...] = (
    *((f"invoice-{name}", invoice.render, value, 3 if name == "long" else 1) for name, value in INVOICES.items()),
    ("receipt", receipt.render, paid_receipt(), 1),
    ("receipt-18", receipt.render, paid_receipt(size=18, back=True), 1),
)
"""Name, document, value and pages."""
