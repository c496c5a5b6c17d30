"""Stripe Checkout, spoken to with Stripe's own kit: docs/decisions/036-payment-links.md.

The kit takes a fifth of a second to load, so it is loaded when somebody first needs it.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from ..config import StripeAccount
from ..money import digits
from .provider import Ask, Page, Refused, Told, Unavailable, What

if TYPE_CHECKING:
    from stripe import StripeClient

TOLERANCE: Final = 300
"""How old a message may be, in seconds: a copy of an older one is not believed."""
SECONDS: Final = (4, 12)
"""How long we wait for a connection, and for an answer."""
# https://docs.stripe.com/currencies: what they count in whole units, what in thousands, the rest in hundredths. Where
# this differs from the decimals that people write (the Icelandic króna), amounts are turned into theirs and back.
WHOLE: Final = frozenset("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split())
THOUSANDS: Final = frozenset("BHD JOD KWD OMR TND".split())
MARK: Final = "plumbline"
KINDS: Final = {
    "checkout.session.async_payment_succeeded": What.paid,
    "checkout.session.async_payment_failed": What.failed,
    "checkout.session.expired": What.ended,
    "charge.refunded": What.refunded,
    "charge.dispute.created": What.disputed,
}


class StripeCheckout:
    """Checkout Sessions of one Stripe account."""

    name = "stripe"
    label = "Stripe"

    def __init__(self, account: StripeAccount):
        self._account = account
        self.live = account.live

    def open_page(self, ask: Ask) -> Page:
        marked = {MARK: ask.reference}
        line = {
            "quantity": 1,
            "price_data": {
                "currency": ask.currency.lower(),
                "unit_amount": theirs(ask.amount, ask.currency),
                "product_data": {"name": ask.words},
            },
        }
        asked = {
            "mode": "payment",
            "line_items": [line],
            "client_reference_id": ask.reference,
            "metadata": marked,
            "payment_intent_data": {"metadata": marked, "description": ask.words},
            "success_url": ask.return_to,
            "cancel_url": ask.back_to,
            "expires_at": int(ask.ends_at.timestamp()),
            "adaptive_pricing": {"enabled": False},  # what is asked for is what is booked
        }
        once = hashlib.sha256(repr((ask.number, asked)).encode()).hexdigest()
        made = self._call("create", params=asked, options={"idempotency_key": once})
        if not made.get("url"):
            raise Refused("Stripe made a page without an address. Try again")
        return Page(made["id"], made["url"], datetime.fromtimestamp(made["expires_at"], UTC))

    def close_page(self, session: str) -> None:
        try:
            self._call("expire", session)
        except Refused:
            if self._call("retrieve", session).get("status") == "open":
                raise

    def look(self, session: str) -> Told:
        found = self._call("retrieve", session)
        state = f"{found.get('status')}/{found.get('payment_status')}"
        return _of_session(found, f"look {session} {state}", "looked", _now(found), bool(found.get("livemode")))

    def read(self, body: bytes, signature: str) -> Told | None:
        import stripe

        try:
            event = self._client.construct_event(body, signature, self._account.webhook_secret, TOLERANCE).to_dict()
        except (ValueError, stripe.SignatureVerificationError):
            return None
        about: dict[str, Any] = event.get("data", {}).get("object", {})
        kind, live = str(event.get("type", "")), bool(event.get("livemode"))
        if kind == "checkout.session.completed":
            return _of_session(about, event["id"], kind, _now(about), live)
        if kind.startswith("checkout.session."):
            return _of_session(about, event["id"], kind, KINDS.get(kind, What.nothing), live)
        return _of_charge(about, event["id"], kind, KINDS.get(kind, What.nothing), live)

    @cached_property
    def _client(self) -> "StripeClient":
        import stripe

        stripe.enable_telemetry = False  # nothing goes there but what we ask for
        return stripe.StripeClient(
            self._account.key,
            base_addresses={"api": self._account.base},
            max_network_retries=1,
            http_client=stripe.RequestsClient(timeout=SECONDS),
        )

    def _call(self, verb: str, *words: Any, **more: Any) -> dict[str, Any]:
        """One call about a Checkout Session, with the kit's errors as ours; theirs may name the key."""
        import stripe

        try:
            found: dict[str, Any] = getattr(self._client.v1.checkout.sessions, verb)(*words, **more).to_dict()
        except (stripe.AuthenticationError, stripe.PermissionError) as error:
            said = "Stripe does not take our key. Whoever looks after the machine checks PLUMBLINE_STRIPE_KEY"
            raise Unavailable(said) from error
        except stripe.InvalidRequestError as error:
            raise Refused(
                f"Stripe does not take it: {error.user_message or error.code or 'no reason given'}"
            ) from error
        except stripe.StripeError as error:
            raise Unavailable("Stripe cannot be reached at the moment. Try again in a minute") from error
        return found


def theirs(amount: int, currency: str) -> int:
    """Our minor units as Stripe counts them. Raises Refused for a part that they do not take."""
    moved = _decimals(currency) - digits(currency)
    asked: int
    asked, rest = (amount * 10**moved, 0) if moved >= 0 else divmod(amount, 10**-moved)
    if rest or (currency in THOUSANDS and asked % 10):
        raise Refused(f"Stripe takes no such fraction of {currency}. Ask for a rounder amount")
    return asked


def ours(amount: int, currency: str) -> int | None:
    """Stripe's amount as we count; None for a part that we cannot write."""
    moved = _decimals(currency) - digits(currency)
    found: int
    found, rest = divmod(amount, 10**moved) if moved >= 0 else (amount * 10**-moved, 0)
    return None if rest else found


def _decimals(currency: str) -> int:
    return 0 if currency in WHOLE else 3 if currency in THOUSANDS else 2


def _now(session: Mapping[str, Any]) -> What:
    """Where a page stands: some ways of paying take days after it is filled in."""
    if session.get("status") == "expired":
        return What.ended
    if session.get("status") != "complete":
        return What.nothing
    return What.on_its_way if session.get("payment_status") == "unpaid" else What.paid


def _of_session(session: Mapping[str, Any], event: str, kind: str, what: What, live: bool) -> Told:
    marked = session.get("metadata") or {}
    amount, currency = session.get("amount_total"), str(session.get("currency") or "").upper()
    return Told(
        event=event,
        kind=kind,
        what=what,
        reference=str(marked.get(MARK) or ""),
        session=str(session.get("id") or ""),
        payment=_named(session.get("payment_intent")),
        amount=ours(amount, currency) if isinstance(amount, int) and currency else None,
        currency=currency,
        live=live,
    )


def _of_charge(charge: Mapping[str, Any], event: str, kind: str, what: What, live: bool) -> Told:
    """A charge that was given back in part or whole, or a dispute about one."""
    marked = charge.get("metadata") or {}
    amount, currency = charge.get("amount_refunded", charge.get("amount")), str(charge.get("currency") or "").upper()
    return Told(
        event=event,
        kind=kind,
        what=what,
        reference=str(marked.get(MARK) or ""),
        session="",
        payment=_named(charge.get("payment_intent")),
        amount=ours(amount, currency) if isinstance(amount, int) and currency else None,
        currency=currency,
        live=live,
    )


def _named(thing: object) -> str:
    """A name, where the thing itself may stand instead."""
    return str(thing.get("id") or "") if isinstance(thing, Mapping) else str(thing or "")
