"""The letter's words as they are first put down, from what is on record; the coach changes them as needed."""

from collections.abc import Iterable
from typing import Any

from ..ces.case import Case
from ..ces.catalogue import Catalogue
from ..ces.pressure import counting
from ..ces.safety import Reason
from .readiness import ReadinessForm
from .tables import in_use

FIELDS = ("recipient", "contact", "reported", "observed", "not_done", "measurements", "known", "advice")
# What the level asks to be written down beside the letter (reference, red_flag_levels).
ON_FILE = ("incident", "phoned")
KNOWN = ("screen_1", "screen_4", "screen_5", "screen_6", "screen_7", "screen_8")


def reason_json(reason: Reason) -> dict[str, Any]:
    return {"level": reason.level, "origin": reason.origin, "text": reason.text, "told": reason.for_clinician}


def told(reason: dict[str, Any]) -> str:
    """What the letter says of a kept reason; older ones have one text for coach and clinician."""
    return str(reason.get("told") or reason["text"])


def first_words(form: ReadinessForm | None, *, regions: bool) -> dict[str, str]:
    """What is known when the letter is drafted, by field; `regions`: it is about parts of the body, not all of it."""
    cat = in_use()
    words = dict.fromkeys(FIELDS, "")
    words["not_done"] = f"No test and no exercise{' of the area named' if regions else ''}, until we hear from you."
    words["advice"] = "To have it looked at by a licensed clinician, and to bring this letter."
    if form is None:
        return words
    words["reported"] = "; ".join(filter(None, (form.words, *(_area(one, cat) for one in form.areas if _hurts(one)))))
    words["known"] = "; ".join(_known(form, cat)) or "No condition, operation or medicine reported."
    pressure = counting(form.readings, cat)
    if pressure:
        symptoms = ", with symptoms" if form.pressure.get("symptoms") else ""
        words["measurements"] = f"Blood pressure {pressure[0]}/{pressure[1]} at rest{symptoms}"
    return words


def seen_words(case: Case) -> str:
    """What stopped in an assessment, with number and side: “Overhead squat stopped: low back, 4 of 10”."""
    cat = in_use()
    stopped = ", ".join(
        dict.fromkeys(cat.stations[one.protocol].label for one in case.assessments if one.stopped_for_pain)
    )
    hurt = [
        f"{f'{one.side} ' if one.side in ('left', 'right') else ''}{cat.regions[one.region].label}, "
        + ("not rated" if one.intensity is None else f"{one.intensity} of 10")
        for one in case.pain
        if one.when == "during_test" and one.hurts
    ]
    return ": ".join(filter(None, (f"{stopped} stopped" if stopped else "", "; ".join(hurt))))


def _hurts(area: dict[str, Any]) -> bool:
    return bool(area["about"] == "screen_10")


def _area(area: dict[str, Any], cat: Catalogue) -> str:
    where = " ".join(filter(None, (area.get("side"), cat.regions[area["region"]].label)))
    strong = f", {area['intensity']} of 10" if area.get("intensity") is not None else ""
    since = f", since {area['since']}" if area.get("since") else ""
    sets_off = f", set off by {area['trigger']}" if area.get("trigger") else ""
    return f"{where} {'hurts now' if 'now' in area['said'] else 'hurt before'}{strong}{since}{sets_off}"


def _known(form: ReadinessForm, cat: Catalogue) -> Iterable[str]:
    """Conditions, operations and medicines as reported."""
    for question in (cat.safety.questions[one] for one in KNOWN):
        if not form.answers.get(question.id):
            continue
        for choice in question.choices.values():
            if form.answers.get(f"{question.id}.{choice.id}"):
                yield choice.text.lower()
        for area in form.areas:
            if area["about"] == question.id:
                said = [choice.text.lower() for choice in question.choices.values() if choice.id in area["said"]]
                where = " ".join(filter(None, (area.get("side"), cat.regions[area["region"]].label)))
                yield f"{where}: {', '.join(said)}" if said else where
