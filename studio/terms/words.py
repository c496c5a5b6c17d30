"""Terms in plain words, for the price list, quotes and agreements. Written to the client where a client reads them."""

from collections.abc import Sequence

from ..money import rate_in_words
from .terms import Terms

REASONS = {
    "medical": "a medical reason",
    "relocation": "moving more than {miles} miles away",
    "law": "what the law requires",
}


def amount_of(terms: Terms) -> str:
    """“24 sessions of 60 minutes over 12 weeks, 2 a week”."""
    sessions = f"{counted(terms.sessions, 'session')} of {terms.minutes} minutes"
    if terms.weeks > 1:
        sessions += f" over {terms.weeks} weeks"
    return f"{sessions}, {terms.each}" if terms.each else sessions


def expiry(terms: Terms) -> str:
    """When what is left of it is lost."""
    if not terms.sessions:
        return ""
    if not terms.grace_weeks:
        return f"Sessions can be used for {counted(terms.weeks, 'week')}"
    weeks = terms.weeks + terms.grace_weeks
    return f"Sessions can be used for {weeks} weeks: {terms.weeks}, and {terms.grace_weeks} more for what is left"


def included(terms: Terms) -> tuple[str, ...]:
    """What belongs to it beside the sessions."""
    found = []
    if terms.screens:
        found.append(f"Screen{_s(terms.screens)} {_in_weeks(terms.screens)}")
    if terms.sheets:
        found.append(f"Home sheet{_s(terms.sheets)} {_in_weeks(terms.sheets)}")
    if terms.letters:
        found.append(f"Letter{_s(terms.letters)} to the clinician who referred you, {_in_weeks(terms.letters)}")
    return (*found, *terms.extras)


def paid(terms: Terms) -> str:
    """How it is paid."""
    if len(terms.instalment_days) < 2:
        return "Paid in full before the start"
    parts = len(terms.instalment_days)
    return f"Paid in full, or in {parts} equal parts {_on_days(terms.instalment_days)}"


def rules(terms: Terms) -> tuple[tuple[str, str], ...]:
    """What holds when something comes in between, each as a title and a sentence or two."""
    found = [("Cancelling", _cancelling(terms)), ("Being late", _late(terms)), ("When we cancel", _ours(terms))]
    found.append(("Freezing", _freezing(terms)))
    if len(terms.instalment_days) > 1 and terms.stop_late_days:
        late = f"Sessions stop once a part is {counted(terms.stop_late_days, 'day')} late."
        found.append(("Late payment", late))
    found += [("Refunds", _refunds(terms)), ("Passing it on", _transfers(terms))]
    if terms.fee_credit.percent:
        found.append(("Counts against a package", _fee_credit(terms)))
    return tuple(found)


def counted(number: int, thing: str) -> str:
    """“1 session”, “24 sessions”."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def listed(words: Sequence[object], last: str = "and") -> str:
    """“6”, “6 and 12”, “1, 3 and 7”."""
    texts = [str(word) for word in words]
    return f" {last} ".join(filter(None, (", ".join(texts[:-1]), texts[-1]))) if texts else ""


def _cancelling(terms: Terms) -> str:
    rule = terms.attendance
    said = f"Cancelled {counted(rule.notice_h, 'hour')} or more before, a session is kept; later, it is used."
    if rule.courtesy:
        times = "Once" if rule.courtesy == 1 else f"{rule.courtesy} times"
        said += f" {times} we let a late one pass, if you tell us before the start."
    return said


def _late(terms: Terms) -> str:
    rule = terms.attendance
    used = "used" if rule.no_show_uses else "not used, and is not held again the same day"
    return f"A session ends on time. From {rule.late_min} minutes late it is a no-show, and {used}."


def _ours(terms: Terms) -> str:
    hours = counted(terms.attendance.studio_notice_h, "hour")
    return (
        f"A session that we cancel is held on another day. If we cancel less than {hours} before, you get one on top."
    )


def _freezing(terms: Terms) -> str:
    rule, said = terms.freeze, []
    if rule.times:
        times = "Once" if rule.times == 1 else f"{rule.times} times"
        days = "1 day’s" if rule.notice_days == 1 else f"{rule.notice_days} days’"
        notice = f", with {days} notice" if rule.notice_days else ""
        said.append(f"{times} you may stop the clock for up to {counted(rule.most_days, 'day')}{notice}.")
    else:
        said.append("The clock cannot be stopped.")
    if rule.medical:
        paused = ", and payments pause too" if rule.medical_pauses_payments else ""
        said.append(f"With a medical note it stands as long as needed{paused}.")
    return " ".join(said)


def _refunds(terms: Terms) -> str:
    rule = terms.refund
    reasons = [REASONS[one].format(miles=rule.relocation_miles) for one in rule.reasons if one in REASONS]
    if not reasons:
        return "Sessions that are left are not paid back, unless the law says so."
    kept = f", less at most {rate_in_words(rule.fee_percent)} where that is lawful" if rule.fee_percent else ""
    return f"Sessions that are left are paid back for {listed(reasons, 'or')}{kept}."


def _transfers(terms: Terms) -> str:
    if not terms.transfers:
        return "Sessions cannot be passed on to somebody else."
    times = "Once" if terms.transfers == 1 else f"Up to {terms.transfers} times"
    return f"{times} what is left can go to somebody else, after their own assessment."


def _fee_credit(terms: Terms) -> str:
    rule = terms.fee_credit
    share = rate_in_words(rule.percent)
    return f"{share} of the fee counts against a package bought within {counted(rule.days, 'day')} of the assessment."


def _s(weeks: Sequence[int]) -> str:
    return "" if len(weeks) == 1 else "s"


def _in_weeks(weeks: Sequence[int]) -> str:
    """“in weeks 6 and 12”, “on the first day and in week 6”."""
    numbered = [week for week in weeks if week]
    said = [] if len(numbered) == len(weeks) else ["on the first day"]
    if numbered:
        said.append(f"in week{_s(numbered)} {listed(numbered)}")
    return " and ".join(said)


def _on_days(days: Sequence[int]) -> str:
    later = [day for day in days if day]
    start = ["at the start"] if len(later) < len(days) else []
    return ", ".join((*start, f"after {listed(later)} days"))
