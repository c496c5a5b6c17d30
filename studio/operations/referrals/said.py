"""What a referral said must not be done, as what the client's record keeps of it."""

from ...models.clearances import Level
from ...models.precautions import Source
from ...models.referral_limits import kind_of, last_day, limit_of, waits
from ...models.referrals import Referral, Via
from ...models.studios import studio_day
from ..clearances import Word
from ..precautions import Said

PHYSICIANS = ("physician", "surgeon", "doctor", "orthop")


def precautions_of(referral: Referral) -> list[Said]:
    """A precaution for each limit that was given, and one for those that came as words only.

    Limits that were sent are limits in writing; from the person themselves they are their own word.
    """
    rows = [row for row in referral.limits if row is not waits(referral.limits)]
    on, role, by = studio_day(referral.received_at), role_of(referral), who(referral)
    found = []
    for row in rows:
        limit = limit_of(row)
        stored = {"kind": kind_of(row["code"]), "code": limit.code, "ceiling": limit.ceiling}
        found.append(
            Said(by=by, role=role, on=on, until=last_day(row), region=row["region"], side=row["side"], limits=[stored])
        )
    if words := "\n".join(filter(None, (referral.story.get("must_not"), referral.story.get("stop_rules")))):
        found.append(Said(by=by, role=role, on=on, words=words[:2000]))
    return found


def clearance_of(referral: Referral) -> Word | None:
    """The “not yet” of a referral as a word on file that closes the gate until its day; None where all may begin."""
    row = waits(referral.limits)
    if row is None:
        return None
    filed = f"Referral {referral.reference}"
    on = studio_day(referral.received_at)
    return Word(
        level=Level.not_now, by=who(referral), role=role_of(referral), on=on, until=last_day(row),
        words=row["words"], filed=filed,
    )  # fmt: skip


def who(referral: Referral) -> str:
    """Who says so, as it stands beside a limit."""
    return str(referral.sender.get("name") or referral.person_name)[:120]


def role_of(referral: Referral) -> Source:
    """Their part: a physician by what they call themselves, else a therapist."""
    if referral.via is Via.self_:
        return Source.client
    profession = str(referral.sender.get("profession", "")).lower()
    return Source.physician if any(word in profession for word in PHYSICIANS) else Source.therapist
