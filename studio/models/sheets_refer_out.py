"""The value of a refer-out letter, from its row and what is known of the client."""

from .. import clock, phones
from ..sheets.refer_out import ReferOutSheet
from .clients import Client
from .credentials import valid_credentials
from .refer_outs import ReferOut
from .refer_words import told
from .sheets_home import studio_card
from .studios import Studio
from .tables import in_use
from .users import User

URGENCY = {
    "EMERGENCY": "Emergency: please see at once",
    "SAME_DAY": "Please see today",
    "PROMPT": "Please see within 1–2 weeks",
    "LOCAL_STOP": "Please have a look",
}
PRIVATE = "rf_safeguarding"  # not for a paper that is copied to the client: it is spoken about


def refer_out_sheet(row: ReferOut, studio: Studio, by: User) -> ReferOutSheet:
    """The letter as it stands now."""
    cat, now = in_use(), clock.local(clock.utcnow(), studio.time_zone)
    words = row.words
    card = studio_card(studio)
    return ReferOutSheet(
        studio=card,
        urgency=URGENCY[row.level],
        written=now.date(),
        time=f"{now:%H:%M}",
        client=row.client.name,
        # No full date of birth on paper (privacy.product_rules).
        birth_date=str(row.client.birth_date.year) if row.client.birth_date else "",
        client_contact=_reach(row.client, studio),
        coach=by.name,
        coach_credential=" · ".join(valid_credentials(by, now.date())),
        recipient=words.get("recipient", ""),
        contact=words.get("contact", ""),
        why=tuple(dict.fromkeys(told(one) for one in row.reasons if one["origin"] != "red_flag")),
        flags=tuple(_flag(flag) for flag in row.flags if flag != PRIVATE),
        reported=words.get("reported", ""),
        observed=words.get("observed", ""),
        not_done=words.get("not_done", ""),
        measurements=words.get("measurements", ""),
        known=words.get("known", ""),
        advice=words.get("advice", ""),
        accepted="" if row.accepted is None else "accepted" if row.accepted else "not accepted",
        regions=", ".join(cat.regions[region].label for region in row.regions),
        version=row.revision,
        paper="Letter" if studio.paper == "Letter" else "A4",
    )


def _reach(client: Client, studio: Studio) -> str:
    phone = phones.written(client.phone, studio.country) if client.phone else ""
    return " · ".join(one for one in (phone, client.email) if one)


def _flag(flag_id: str) -> str:
    flag = in_use().safety.red_flags[flag_id]
    return f"{flag.sign if flag.observed else f'Yes to: {flag.plain}'} ({flag.id})"
