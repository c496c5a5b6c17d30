"""Words for clients, and the words never to use with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from studio.ces.catalogue import Catalogue, catalogue
from studio.ces.exercises import Phase
from studio.ces.prescription import Line

Audience = Literal["client", "therapist", "coach"]


@dataclass(frozen=True, slots=True)
class Match:
    """A forbidden wording: the rule, the words found, where they begin, and what to say instead."""

    rule: str
    words: str
    start: int
    say: str


def forbidden(text: str, audience: Audience = "client") -> tuple[Match, ...]:
    """Find wordings that must not reach this reader; allowed phrases ("not a diagnosis") are cut out first."""
    found = []
    for rule in catalogue().wording.forbidden:
        if audience in rule.audience:
            # Blanks of the same length keep the places of what is left.
            left = rule.allowed.sub(lambda hit: " " * len(hit[0]), text) if rule.allowed else text
            found += [Match(rule.id, hit[0], hit.start(), rule.say) for hit in rule.pattern.finditer(left)]
    return tuple(sorted(found, key=lambda match: (match.start, match.rule)))


def phase_words(phase: Phase) -> str:
    """Give the client's word for a phase: Loosen, Stretch, Switch on, Put it together."""
    return catalogue().wording.phases[phase]


def listed(words: Iterable[str]) -> str:
    """Join words with commas and a last "and"."""
    *most, last = list(dict.fromkeys(words)) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def muscle_words(muscle: str, cat: Catalogue) -> str:
    """Name a muscle in the client's words: "outer calf", "outer hamstring (short head)".

    Technical names in brackets are left out; a part after a comma goes into brackets, for names stand in lists.
    """
    name, _, part = cat.muscle_label(muscle).split(" (")[0].partition(", ")
    return name[0].lower() + name[1:] + (f" ({part})" if part else "")


def why(line: Line, cat: Catalogue) -> str:
    """Say in a few words what a line is for ("so your heels can stay down"), after the first finding behind it.

    Empty for a line added by hand.
    """
    return cat.compensations[line.because[0].compensation].aim if line.because else ""


def pain_sentence(area: str, test: str, others: str) -> str:
    """Say, within scope, that a test was stopped for discomfort; `others` are the areas to work on meanwhile."""
    template = catalogue().wording.sentences["pain"]
    return template.replace("[area]", area).replace("[test]", test).replace("[other areas]", others)
