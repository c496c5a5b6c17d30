"""What a country decides until somebody says otherwise: currency, paper, lengths, emergency number, order of a date."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies
from phonenumbers import SUPPORTED_REGIONS

ENGLISH = Locale("en")

# Paper, lengths and dates: Unicode CLDR 48 (paperSize, measurementSystem, short date patterns).
LETTER = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE"
INCHES = "PR US"
MONTH_FIRST = "FM GU MH PH PR PW US"

# Ambulance. Nearly everywhere else 112 reaches one, from a mobile phone at least.
EMERGENCY = {
    "911": "AG AI AR AS BB BM BS BZ CA CR DM DO EC GD GU JM KN KY LC LR MP MS MX PA PE PH PR PY SV SX TC US UY VC VG "
    "VI VE",
    "999": "BD BH BN BW GB GG GH HK IE IM JE KE LS MO MU MY PG QA SC SG SZ TT UG ZM ZW",
    "000": "AU CC CX",
    "111": "NZ",
    "119": "CN JP KR LK TW",
    "103": "AM AZ BY KG KZ TJ TM UA UZ",
    "192": "BR",
    "131": "CL",
    "118": "ID",
    "101": "IL PS",
}
ELSEWHERE = "112"

# Old names that stand for a zone of another name: browsers may still report them, people should not have to read them.
LEGACY = ("Etc/", "US/", "Canada/", "Mexico/", "Brazil/", "Chile/", "SystemV/", "posix/", "right/")

# Spoken by people who train; a client's language chooses nothing yet but the coach's words.
LANGUAGES = (
    "en ar bg bn ca cs cy da de el es et fa fi fil fr ga gd gu he hi hr hu hy id is it ja ka ko lt lv mk ms mt nb ne "
    "nl pa pl pt ro ru sk sl so sq sr sv sw ta te th tr uk ur vi yo zh"
)


@dataclass(frozen=True)
class Habits:
    """What a studio in a country most likely uses."""

    currency: str
    paper: str
    units: str
    emergency_number: str


@cache
def habits(country: str) -> Habits:
    """The habits of a country, given by its two letters; of an unknown one the most common."""
    money = get_territory_currencies(country) if country else []
    numbers = {place: number for number, places in EMERGENCY.items() for place in places.split()}
    return Habits(
        currency=money[0] if money else "EUR",
        paper="Letter" if country in LETTER.split() else "A4",
        units="in" if country in INCHES.split() else "cm",
        emergency_number=numbers.get(country, ELSEWHERE),
    )


def month_first(country: str) -> bool:
    """Do people there write 3/12 for the twelfth of March?"""
    return country in MONTH_FIRST.split()


@cache
def countries() -> list[tuple[str, str]]:
    """(two letters, English name) of every country with telephones, by name."""
    return _by_name((code, ENGLISH.territories[code]) for code in SUPPORTED_REGIONS if code in ENGLISH.territories)


@cache
def currencies() -> list[tuple[str, str]]:
    """(three letters, "Name (three letters)") of every currency that is legal tender somewhere."""
    codes = {code for country, _ in countries() for code in get_territory_currencies(country)}
    return _by_name((code, f"{get_currency_name(code, locale=ENGLISH)} ({code})") for code in codes)


@cache
def time_zones() -> list[tuple[str, str]]:
    """(IANA name, the same to read) of every zone, by name."""
    names = [name for name in available_timezones() if "/" in name and not name.startswith(LEGACY)]
    return [(name, name.replace("_", " ")) for name in sorted([*names, "UTC"])]


@cache
def languages() -> list[tuple[str, str]]:
    """(code, "Polish (polski)") of the languages a client may prefer, English first."""
    first, *others = [(code, _language(code)) for code in LANGUAGES.split()]
    return [first, *_by_name(others)]


def _language(code: str) -> str:
    english, own = Locale(code).get_display_name("en"), Locale(code).get_display_name()
    return english or code if not own or own == english else f"{english} ({own})"


def _by_name(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(pairs, key=lambda pair: pair[1])
