"""Which provider of payment pages this house has, if any."""

from flask import current_app

from ...config import Settings
from ...models.books.trade import the_trade
from ...models.studios import the_studio
from ...payments import Provider
from ..sheet_codes import house


def provider() -> Provider | None:
    """The provider whose keys are set; None without keys. From a demo no money is ever moved."""
    settings: Settings = current_app.config["SETTINGS"]
    studio = the_studio()
    if settings.stripe is None or studio is None or (studio.demo and settings.stripe.live):
        return None
    from ...payments.stripe_checkout import StripeCheckout

    return StripeCheckout(settings.stripe)


def missing() -> str:
    """What keeps clients from paying by a link, in a sentence; nothing where they can."""
    if provider() is None:
        return "No provider is set up. Whoever looks after the machine sets PLUMBLINE_STRIPE_KEY."
    if not house():
        return "This house has no public https address. Whoever looks after the machine sets PLUMBLINE_PUBLIC_URL."
    if not the_trade().links:
        return "Payment links are switched off. The owner switches them on where the studio’s trade is set."
    return ""
