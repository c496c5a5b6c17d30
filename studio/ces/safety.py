"""When to stop and send on: red flags, pain, readiness and local limits as they bear on training."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from studio.ces.case import Case, Pain, Tag
from studio.ces.catalogue import Catalogue
from studio.ces.limit_words import sentence
from studio.ces.limits import Limit
from studio.ces.measured import measured
from studio.ces.measures import MeasureKind, Reading, amount, limit_words
from studio.ces.readiness import Start, judge
from studio.ces.rules import Level
from studio.ces.screening import Verdict, screen
from studio.ces.sides import each

GATING: tuple[Level, ...] = ("EMERGENCY", "SAME_DAY")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody else should look, or what is worth knowing (level None), and where it comes from."""

    level: Level | None
    origin: str  # pain, red_flag, readiness, tag, test, measure, clearance, limit
    text: str
    told: str = ""  # the finding alone, for a clinician, where the text also says what the coach does

    @property
    def for_clinician(self) -> str:
        """Give what a letter says."""
        return self.told or self.text


@dataclass(frozen=True, slots=True)
class ReferOut:
    """Whether a clinician must look first, how soon, and which regions get no drill until they have."""

    required: bool
    level: Level | None
    blocked_regions: tuple[str, ...]
    reasons: tuple[Reason, ...]  # most urgent first
    start: Start


def refer_out(case: Case, cat: Catalogue) -> ReferOut:
    """Judge a case by the pain rules, red flags, blood pressure, readiness and local tags."""
    agreed = case.client.clearance in ("full", "restricted")
    start = judge(case.readiness, agreed, cat)
    reasons = [
        *_flags(case, cat),
        *_pain(case, cat),
        *_stopped(case, cat),
        *_local_tags((*case.client.tags, *start.tags), cat),
        *_readiness(start, cat),
        *_measures(case, cat),
        *_clearance(case),
        *_limits(case, cat),
    ]
    urgency: dict[Level | None, int] = {level: n for n, level in enumerate(cat.safety.levels)}  # type: ignore[misc]
    reasons.sort(key=lambda one: urgency.get(one.level, len(urgency)))
    level = reasons[0].level if reasons else None
    stops = (one for one in case.pain if cat.safety.pain[one.when].blocks and one.hurts)
    blocked = {one.region for one in stops if known_symptom(one, case, cat) is None}
    blocked |= {region for one in start.judgements for region in one.blocks}
    blocked |= _flagged_regions(case, cat)
    return ReferOut(
        required=level is not None,
        level=level,
        blocked_regions=tuple(region for region in cat.regions if region in blocked),
        reasons=tuple(reasons),
        start=start,
    )


def closed(case: Case, safety: ReferOut) -> str | None:
    """Give the reason why nothing may be selected, in one sentence; None when the gate is open."""
    if case.client.clearance == "not_now":
        return "No programme now: the health professional asked the client to wait."
    urgent = [reason for reason in safety.reasons if reason.level in GATING]
    if urgent:
        return f"No programme now: somebody else must look first. {_whole(urgent[0].text)}"
    if safety.start.state in ("needs_clearance", "delayed"):
        why = next(one.text for one in safety.start.judgements if one.state == safety.start.state)
        words = "written agreement is needed first" if safety.start.state == "needs_clearance" else "wait first"
        return f"No programme now: {words}. {_whole(why)}"
    return None


def _whole(text: str) -> str:
    """A sentence that ends as one."""
    return text if text.endswith((".", "?")) else f"{text}."


def standing(case: Case, cat: Catalogue) -> tuple[str, ...]:
    """Give the red flags that no clinician has answered yet; an emergency stands until the questions are asked anew."""
    readiness = case.readiness
    if readiness is None:
        return ()
    flags = cat.safety.red_flags
    return tuple(one for one in readiness.red_flags if not readiness.looked_at or flags[one].level == "EMERGENCY")


def _flags(case: Case, cat: Catalogue) -> Iterable[Reason]:
    for flag_id in standing(case, cat):
        flag = cat.safety.red_flags[flag_id]
        yield Reason(flag.level, "red_flag", flag.sign + "." + (f" {flag.action}" if flag.action else ""))


def known_symptom(pain: Pain, case: Case, cat: Catalogue) -> Limit | None:
    """Find the written rule for a symptom the referring therapist listed with a level this pain does not pass."""
    if pain.when != "during_test" or pain.intensity is None:
        return None
    midline = cat.regions[pain.region].midline
    sides = set(each(None if midline else pain.side))
    for limit in case.client.limits:
        listed = limit.kind == "symptom" and limit.region == pain.region
        if listed and pain.intensity <= (limit.ceiling or 0) and sides <= set(each(None if midline else limit.side)):
            return limit
    return None


def _flagged_regions(case: Case, cat: Catalogue) -> set[str]:
    """A red flag stops the drills of the region it was named for (reference, red_flag_levels)."""
    flags = standing(case, cat)
    return {area.region for area in case.readiness.areas if area.about in flags} if case.readiness else set()


def _pain(case: Case, cat: Catalogue) -> Iterable[Reason]:
    # A region may be named on both sides; the second note for it within tests counts as the second time.
    known = {pain: known_symptom(pain, case, cat) for pain in case.pain}
    times = Counter(pain.region for pain in case.pain if pain.when == "during_test" and pain.hurts and not known[pain])
    for pain in case.pain:
        rule = cat.safety.pain[pain.when]
        if not pain.hurts and rule.blocks:
            continue
        if limit := known[pain]:
            yield Reason(None, "pain", f"{sentence(limit, cat)} The test stops; follow the written rule.")
            continue
        again = pain.when == "during_test" and (pain.again or times[pain.region] > 1)
        raised = rule.raised and ((pain.intensity or 0) >= rule.raised_from or again)
        side = f"{pain.side} " if pain.side in ("left", "right") else ""
        area = side + cat.regions[pain.region].label
        rating = "not rated" if pain.intensity is None else f"{pain.intensity} of 10"
        text = rule.text.format(area=area, rating=rating)
        yield Reason(rule.raised if raised else rule.level, "pain", text)


def _stopped(case: Case, cat: Catalogue) -> Iterable[Reason]:
    """A test stopped for pain nobody described still needs somebody to look."""
    if any(pain.when == "during_test" and pain.hurts for pain in case.pain):
        return
    for protocol in dict.fromkeys(result.protocol for result in case.assessments if result.stopped_for_pain):
        name = cat.protocols[protocol].name
        said = f"{name}: stopped for pain, region not stated"
        yield Reason("LOCAL_STOP", "test", f"{said}. Ask where it hurt.", said)


def _local_tags(tags: tuple[Tag, ...], cat: Catalogue) -> Iterable[Reason]:
    for tag in tags:
        precaution = cat.tags[tag.tag]
        if precaution.local and tag.region is None:
            yield Reason("PROMPT", "tag", f"{precaution.label}: region not stated. Ask which area it is.")


def _readiness(start: Start, cat: Catalogue) -> Iterable[Reason]:
    if start.state == "not_done":
        yield Reason(None, "readiness", "Readiness questions: not done.")
    for judgement in start.judgements:
        if judgement.level or judgement.state not in ("cleared", "cleared_with_advice"):
            text = judgement.text if judgement.level else f"{judgement.text} ({cat.safety.states[judgement.state]})"
            yield Reason(judgement.level, "readiness", text, judgement.told)


def _measures(case: Case, cat: Catalogue) -> Iterable[Reason]:
    """A screening measure whose own cut-off says "refer" is looked at before training (reference, safety)."""
    found = measured(case, cat)
    for verdict in screen(found):
        if verdict.refer:
            kind = cat.measures[verdict.measure]
            name = f"{kind.name}, {verdict.side}" if verdict.side else kind.name
            text = f"{name}: {verdict.rule}. Suggest a check with a health professional."
            told = f"{name}: {_measured(verdict, found.readings[kind.id, verdict.side], kind)}"
            yield Reason("PROMPT", "measure", text, told)


def _measured(verdict: Verdict, reading: Reading, kind: MeasureKind) -> str:
    """What was measured beside its cut-off: "6 points (cut-off: 4 points or more)"."""
    band = verdict.band
    value = reading.at(band, kind.high) if band else None
    if band is None or value is None:
        return verdict.rule
    stage = f"stage {band.stage}, " if band.stage else ""
    return f"{stage}{amount(value, kind.unit)} (cut-off: {limit_words(band.op, amount(band.value, kind.unit))})"


def _clearance(case: Case) -> Iterable[Reason]:
    if case.client.clearance == "not_now":
        yield Reason(None, "clearance", "Clearance: not now. No programme until the health professional agrees.")


def _limits(case: Case, cat: Catalogue) -> Iterable[Reason]:
    """A leg that may not carry its weight is only accepted with an exercise list (safety.post_surgical)."""
    for limit in case.client.limits:
        none = limit.kind == "weight_bearing" and not cat.limit_rules.weight_bearing[limit.code].bears
        if none and not case.client.cleared:
            yield Reason(None, "limit", f"{sentence(limit, cat)} Ask the therapist for a written exercise list.")
