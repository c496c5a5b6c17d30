"""The sentence a limit says: what, who said so, until when."""

from decimal import Decimal

from studio.ces.catalogue import Catalogue
from studio.ces.limits import POUNDS, Limit
from studio.ces.sides import Side
from studio.ces.units import to_pounds


def said(limit: Limit, cat: Catalogue) -> str:
    """The limit itself: “Left knee: bending to 90° at most”, “No kneeling”."""
    place = place_words(limit.region, limit.side, cat)
    at = f"{place[:1].upper()}{place[1:]}: " if place else ""
    match limit.kind:
        case "weight_bearing":
            weight = cat.limit_rules.weight_bearing[limit.code]
            leg = f"{limit.side} leg" if limit.side in ("left", "right") else "both legs"
            share = f", {limit.ceiling:g}%" if limit.ceiling is not None else ""
            return f"Weight on the {leg}: {weight.label} ({weight.id}{share})"
        case "range":
            movement = cat.limit_rules.directions[limit.code].label
            return f"{at}no {movement}" if limit.ceiling == 0 else f"{at}{movement} to {limit.ceiling or 0:g}° at most"
        case "load":
            return f"{at or 'Whole body: '}{_weight(limit)}"
        case "position":
            return f"No {cat.limit_rules.postures[limit.code].label}"
        case "combination":
            return f"{at}never {cat.limit_rules.combinations[limit.code].label}"
        case "exercise":
            drill = cat.exercises.get(limit.code)  # a studio may have taken one of its own back
            return f"Not the exercise “{drill.name if drill else limit.code}”"
        case "strict_tag":
            return f"{at}{cat.tags[limit.code].label}, read strictly"
        case "rest":
            return f"{at}rests"
        case "symptom":
            return f"{at}a known symptom, allowed up to {limit.ceiling or 0:g} of 10"
    return f"{at}{limit.words.rstrip('.')}"


def _weight(limit: Limit) -> str:
    """A load as the paper words it: it is kept in kilograms, whichever was written."""
    if not limit.ceiling:
        return "no load"
    if limit.code == POUNDS:
        return f"{float(to_pounds(Decimal(str(limit.ceiling)))):g} lb at most"
    return f"{limit.ceiling:g} kg at most"


def source(limit: Limit) -> str:
    """Who said so, and until when: “Dr Adeyemi, until 3 Feb 2027”; empty when neither is known."""
    until = f"until {limit.until.day} {limit.until:%b %Y}" if limit.until else ""
    return ", ".join(part for part in (limit.by, until) if part)


def sentence(limit: Limit, cat: Catalogue, more: str = "") -> str:
    """“No kneeling (Dr Adeyemi, until 3 Feb 2027).”"""
    about = source(limit)
    return f"{said(limit, cat)}{more}{f' ({about})' if about else ''}."


def place_words(region: str | None, side: Side | None, cat: Catalogue) -> str:
    """“left knee”, “low back”, “” for the whole body."""
    if region is None:
        return ""
    label = cat.regions[region].label
    return f"{side} {label}" if side in ("left", "right") and not cat.regions[region].midline else label
