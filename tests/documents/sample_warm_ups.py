"""Believable warm-up cards: the home sheet's exercises in the studio's doses."""

from dataclasses import replace
from datetime import date

from studio.sheets import Paper, WarmUpCard, WarmUpLine, WarmUpPhase
from tests.documents.sample_lines import LINES
from tests.documents.samples import STUDIO

DOSES = (
    "60 s each",
    "30 s × 2 each",
    "30 s × 2 left",
    "12 × 2",
    "12 × 2 each",
    "10 each",
    "8 of 5 s each",
    "10 of 2 s",
)


def _lines() -> tuple[WarmUpLine, ...]:
    return tuple(
        WarmUpLine(
            number=line.number,
            name=line.name,
            dose=dose,
            position=line.position,
            posture=line.posture,
            kit=line.kit,
            side=line.side,
            side_words=line.side_words,
            exercise=line.exercise,
        )
        for line, dose in zip(LINES, DOSES, strict=True)
    )


def warm_up_card(*, paper: Paper = "A4", **changed: object) -> WarmUpCard:
    """Return Maria's card: two exercises in each phase."""
    order = (0, 7, 1, 2, 3, 4, 5, 6)
    lines = [replace(_lines()[place], number=number) for number, place in enumerate(order, start=1)]
    words = ("Loosen", "Stretch", "Switch on", "Put it together")
    card = WarmUpCard(
        studio=STUDIO,
        client_first="Maria",
        client_full="Maria Smith",
        coach="Dana Whitfield",
        printed=date(2026, 11, 17),
        phases=tuple(
            WarmUpPhase(word=word, minutes=minutes, lines=tuple(lines[2 * place : 2 * place + 2]))
            for place, (word, minutes) in enumerate(zip(words, (4, 4, 7, 5), strict=True))
        ),
        week=3,
        limits=("Do not bend the knee past 90° with weight (from your PT, until 1 Feb)",),
        paper=paper,
    )
    return replace(card, **changed)  # type: ignore[arg-type]


def full_warm_up(*, paper: Paper = "A4") -> WarmUpCard:
    """Return the most a block gives, three in each phase but the last, with the longest names and many limits."""
    names = (
        "Ball combo (scaption, T, cobra) with chin tuck",
        "Hands-behind arm and front-shoulder stretch",
        "Front-of-neck soft pincer (coach-taught)",
    )
    doses = ("3 of 6 + 20 s each", "12 × 2 each, +1 left", "120 s × 2 left")
    three = tuple(
        replace(line, name=name, dose=dose, with_coach=name == names[2])
        for line, name, dose in zip(_lines(), names, doses, strict=False)
    )
    phases = tuple(
        WarmUpPhase(
            word=word,
            minutes=12,
            lines=tuple(replace(line, number=3 * place + n + 1) for n, line in enumerate(three[:most])),
        )
        for place, (word, most) in enumerate((("Loosen", 3), ("Stretch", 3), ("Switch on", 3), ("Put it together", 2)))
    )
    limits = tuple(
        f"Do not bend the {part} past 90° with weight" for part in ("left knee", "right hip", "back", "neck")
    )
    return warm_up_card(
        paper=paper, client_first="Maximiliane-Alexandra", phases=phases, limits=(*limits, "No jumps", "No running")
    )
