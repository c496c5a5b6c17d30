"""The safety words of every client sheet, in one place so that no page, paper or size can change them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StopLine:
    """One sentence of the stop box: `lead` is printed bold, `rest` follows it."""

    lead: str
    rest: str = ""

    def __str__(self) -> str:
        return f"{self.lead} {self.rest}".strip()


SIGNS = "if it feels sharp, spreading or numb, gets worse, makes you dizzy, or is 5 out of 10 or more."


def stop_rule(phone: str, emergency_number: str) -> tuple[StopLine, ...]:
    """Return the three sentences of the stop box, from the mildest to the most urgent.

    Signs: `reference/programming.yaml`, `home_vs_studio.sheet_must_print`. Levels: `periodisation.pain_rule`.
    """
    return (
        StopLine(
            f"Stop and call {phone}" if phone else "Stop and tell us",
            SIGNS,
        ),
        StopLine("New calf swelling:", "call your doctor today."),
        StopLine(f"Chest discomfort, hard to breathe, faint: call {emergency_number or 'the emergency number'} now."),
    )


def stop_here(coach: str) -> StopLine:
    """Return the first sentence of the stop box for a client whose coach is in the room."""
    return StopLine(f"Stop and tell {coach or 'us'}", SIGNS)


def discomfort_key(phone: str) -> tuple[StopLine, ...]:
    """Return what each discomfort number means: the key under the tick grid, and the stop rule's short form."""
    return (
        StopLine("0–2", "carry on"),
        StopLine("3–4", "do less, tell us"),
        StopLine("5 or more", f"stop, call {phone}" if phone else "stop, tell us"),
    )


def what_this_is_not() -> str:
    """Return the sentence that keeps a findings report inside the scope of practice."""
    return (
        "It is not a diagnosis, and it does not say why something hurts. It shows how you moved on one day. "
        "If pain starts or gets worse, stop and see a doctor or physical therapist."
    )


def pain_sentence(area: str, test: str, other_areas: str = "") -> str:
    """Return what a client hears when a test was stopped for pain.

    Source: `reference/programming.yaml`, `scope_of_practice.pain_sentence`.
    """
    meanwhile = f"; we can work on {other_areas} meanwhile" if other_areas else ""
    return (
        f"Because you felt discomfort in {area} during {test}, we stopped that test. "
        f"Please have it looked at by a licensed clinician{meanwhile}."
    )


def nothing_seen(*, stopped: bool) -> str:
    """Return what a client reads when the check showed no finding."""
    if stopped:
        return "We stopped before there was enough to see, so this report holds no findings."
    return (
        "You moved well: in this check we saw nothing that needs work first. It is one check on one day, "
        "so we keep looking as you train and check again later."
    )
