"""What the one-page overview says of our work; from the programming reference, scope_of_practice and forms."""

from ..sheets.overview import HeardBack

DO = (
    "Ask about health before we start; what needs a clinician goes to one, with a letter.",
    "Watch, score and measure movement. We record it with consent.",
    "Coach exercise, stretching and self-massage with simple tools.",
    "Follow your written limits. Each one has an end date and filters every exercise we choose.",
    "Report what was seen and what changed, to the client and, with consent, to you.",
)
DO_NOT = (
    "Name a disease or an injury, or read scans.",
    "Treat, cure or rehabilitate an injury, or work on a painful area nobody has looked at.",
    "Manual therapy, joint mobilisation, instrument tools, dry needling or cupping.",
    "Advise on medicines, diets or supplements.",
    "Clear anybody for surgery, work or sport, or promise outcomes.",
)


def steps() -> tuple[HeardBack, ...]:
    """The way of a referral; what is heard back are the letters of the loop."""
    return (
        HeardBack(
            title="You refer",
            words="On your phone or on paper: who, why, and what must not be done. They agree to it first.",
            letter="At once: we have it, and what comes next.",
        ),
        HeardBack(
            title="We call",
            words="By the next working day, the same day when urgent. We ask about health before the first visit.",
        ),
        HeardBack(
            title="We assess",
            words="An overhead squat and the tests it calls for, scored and measured in one visit.",
            letter="Within 5 working days: what was seen, our plan, our questions.",
        ),
        HeardBack(
            title="They train, and are screened again at week 6",
            words="Loosen, stretch, switch on, put it together: at home and with a coach.",
            letter="Week 6: what changed beyond measuring error.",
        ),
        HeardBack(
            title="Week 12",
            words="The last screen, and a plan for afterwards.",
            letter="Week 12: where it ended, and what is open.",
        ),
    )


def urgent(phone: str, emergency: str) -> tuple[str, ...]:
    """How urgent matters go; a studio is no emergency service."""
    ring = (
        f"Tick “urgent” and ring {phone}: we call on the same day." if phone else "Tick “urgent”: we call the same day."
    )
    return (ring, f"We are no emergency service. In an emergency call {emergency} first.")
