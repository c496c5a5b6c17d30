"""The studio's own facts: asked once by the first-run wizard, changed later on the settings page."""

from typing import Any

from wtforms import StringField

from .. import countries, phones
from ..models.studios import PAPERS, UNITS, Studio
from .base import Form
from .fields import Choice, email_field, name_field, phone_field
from .validators import AtMost, Needed

PLACE = ("name", "country", "address", "phone", "email", "website", "time_zone")
PAPER = ("currency", "paper", "units", "emergency_number")
CHOOSE = ("", "Choose")


class PlaceForm(Form):
    """Who and where the studio is."""

    name = name_field("Studio's name", "the studio's name", autocomplete="organization")
    country = Choice(
        "Country",
        lambda: [CHOOSE, *countries.countries()],
        thing="the country",
        validators=[Needed("the country", "Choose")],
        render_kw={"autocomplete": "country"},
    )
    address = StringField(
        "Address", [AtMost(300)], description="As it stands on paper", render_kw={"autocomplete": "street-address"}
    )
    phone = phone_field(
        "Phone", autocomplete="tel", description="Printed on every sheet: clients call it when something hurts"
    )
    time_zone = Choice(
        "Time zone",
        lambda: [CHOOSE, *countries.time_zones()],
        thing="the time zone",
        validators=[Needed("the time zone", "Choose")],
        render_kw={"data-time-zone": ""},
    )


class PaperForm(Form):
    """Money, paper and lengths."""

    currency = Choice("Currency", lambda: countries.currencies(), thing="the currency")
    paper = Choice("Paper in your printer", [(size, size) for size in PAPERS], thing="the paper")
    units = Choice("Lengths", list(zip(UNITS, ("Centimetres", "Inches"), strict=True)), thing="how lengths are written")
    emergency_number = StringField(
        "Emergency number",
        [Needed("the emergency number"), AtMost(10)],
        description="Who to call when it cannot wait. Printed under the stop rule",
        render_kw={"inputmode": "tel", "autocomplete": "off"},
    )


class SettingsForm(PlaceForm, PaperForm):
    """Both on one page, with what paper can carry beside."""

    email = email_field("E-mail", autocomplete="email")
    website = StringField("Website", [AtMost(200)], render_kw={"autocomplete": "url", "inputmode": "url"})


def studio_values(form: Form) -> dict[str, Any]:
    """The answers of these forms as columns of the studio."""
    return {field.name: field.data or "" for field in form if field.name in PLACE + PAPER}


def kept(studio: Studio) -> dict[str, Any]:
    """The studio's columns as they stand in the boxes: the phone as people there write it."""
    columns = {name: getattr(studio, name) for name in PLACE + PAPER}
    return columns | {"phone": phones.written(studio.phone, studio.country) if studio.phone else ""}
