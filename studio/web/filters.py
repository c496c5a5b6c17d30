"""How values are written on a page."""

from collections.abc import Mapping
from datetime import date, datetime

from babel.dates import format_date
from flask import Flask
from markupsafe import Markup

from .. import clock, phones
from ..countries import month_first
from ..figures import Drawing, Link, measure_chart, score_chart, severity_sign, strip, svg
from ..money import in_words, rate_in_words
from .body_links import body_links
from .setup_first import studio

MOST_ELAPSED = 3 * 60 * 60


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        day=day,
        short_day=short_day,
        weekday=weekday,
        at_time=at_time,
        phone=phone,
        ago=ago,
        drawn=drawn,
        elapsed=elapsed,
        hours=hours,
        money=in_words,
        rate=rate_in_words,
    )
    app.jinja_env.globals.update(
        today=today,
        body_links=body_links,
        date_order=date_order,
        severity_sign=severity_sign,
        strip=strip,
        score_chart=score_chart,
        measure_chart=measure_chart,
    )


def today() -> date:
    """The studio's date."""
    return clock.today(studio().time_zone)


def date_order() -> list[str]:
    """The parts of a date as people in the studio's country write them."""
    return ["month", "day", "year"] if month_first(studio().country) else ["day", "month", "year"]


def _date(value: date | datetime) -> date:
    return clock.local(value, studio().time_zone).date() if isinstance(value, datetime) else value


def day(value: date | datetime) -> str:
    """18 October 2026"""
    return format_date(_date(value), "d MMMM y", locale="en_GB")


def short_day(value: date | datetime) -> str:
    """18 Oct, or 18 Oct 2025 in another year"""
    found = _date(value)
    return format_date(found, "d MMM" if found.year == today().year else "d MMM y", locale="en_GB")


def weekday(value: date | datetime) -> str:
    """Saturday 21 November"""
    return format_date(_date(value), "EEEE d MMMM", locale="en_GB")


def at_time(value: datetime) -> str:
    """14:02, on the studio's clock"""
    return clock.at_time(value, studio().time_zone)


def elapsed(value: datetime) -> str:
    """12:34 or 1:02:03 since then; after three hours the day it began. `static/js/elapsed.js` lets it run."""
    seconds = int((clock.utcnow() - value).total_seconds())
    if not 0 <= seconds < MOST_ELAPSED:
        return f"begun {ago(value)}"
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}" if minutes >= 60 else f"{minutes}:{rest:02}"


def ago(value: date | datetime) -> str:
    """Today, yesterday, 5 days ago, 3 weeks ago; then the date."""
    days = (today() - _date(value)).days
    if days < 0 or days > 60:
        return short_day(value)
    if days < 2:
        return ("today", "yesterday")[days]
    return f"{days} days ago" if days < 15 else f"{days // 7} weeks ago"


def hours(value: float) -> str:
    """Under an hour, 5 hours, 3 days: how long something took."""
    if value < 1:
        return "under an hour"
    number, unit = (round(value), "hour") if value < 48 else (round(value / 24), "day")
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def phone(value: str) -> str:
    """A stored +44… number as people here write it; another country's keeps its prefix."""
    return phones.written(value, studio().country)


def drawn(drawing: Drawing, css_class: str = "", links: Mapping[str, Link] | None = None) -> Markup:
    """A drawing as SVG, its named parts as links; texts and attributes are escaped there."""
    return Markup(svg(drawing, css_class, links))  # noqa: S704
