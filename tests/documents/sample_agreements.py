"""Agreements: to be signed with a pen, and signed on the tablet with the law's sentence above the signature."""

from dataclasses import replace
from datetime import date

from studio.sheets.agreement import AgreementSheet, Amount, Part, Rule
from studio.sheets.consent import Stroke
from studio.terms import words
from studio.terms.terms import Terms
from tests.documents.samples import STUDIO

TERMS = Terms("package", "12 weeks, twice a week", 216600, "USD", sessions=24, weeks=12, per_week=2, screens=(6, 12),
              sheets=(1, 3, 7, 10), letters=(0, 6, 12), extras=("Message support, 1 working day",),
              instalment_days=(0, 28, 56))  # fmt: skip


def unsigned_agreement() -> AgreementSheet:
    """Three parts, no law that asks for more."""
    return AgreementSheet(
        studio=STUDIO,
        seller="Northside Movement Studio",
        client="Maria Smith",
        code="2026-0031",
        made=date(2026, 11, 17),
        name=TERMS.name,
        what=words.amount_of(TERMS),
        included=words.included(TERMS),
        starts=date(2026, 11, 23),
        ends=date(2027, 2, 14),
        last=date(2027, 3, 14),
        expiry=words.expiry(TERMS),
        prices=(
            Amount(words=TERMS.name, amount="$2,166.00"),
            Amount(words="Discount, 5%: a friend of the house", amount="−$108.30"),
            Amount(words="Assessment fee credited", amount="−$97.50"),
        ),
        total="$1,960.20",
        tax="",
        parts=(
            Part(due=date(2026, 11, 23), amount="$653.40"),
            Part(due=date(2026, 12, 21), amount="$653.40"),
            Part(due=date(2027, 1, 18), amount="$653.40"),
        ),
        rules=tuple(Rule(title=title, words=said) for title, said in words.rules(TERMS)),
        cancel="",
        how_to_cancel="To end it, write to us at hello@northside.example or 12 Mill Street, or tell us at the desk.",
        coach="Dana Whitfield",
    )


def signed_agreement() -> AgreementSheet:
    """The same under a law with a sentence of its own."""
    return replace(
        unsigned_agreement(),
        cancel="You may cancel this agreement without giving a reason until the end of Monday 7 December 2026.",
        sentence="You, the buyer, may cancel this agreement at any time before midnight of 7 December 2026. "
        "The term is 12 weeks and 4 more to use what is left, until 14 March 2027.",
        signer="Maria Smith",
        signed=date(2026, 11, 17),
        signed_time="14:02",
        taken_by="Ines Castellanos",
        strokes=(Stroke(points=(40, 120, 60, 60, 90, 130, 140, 70)), Stroke(points=(150, 90, 240, 100, 300, 80))),
    )
