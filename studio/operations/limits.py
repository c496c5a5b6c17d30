"""Token buckets: a limit fills steadily and every try takes one."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, update

from ..clock import utcnow
from ..extensions import db
from ..models.database import write
from ..models.limits import Bucket


@dataclass(frozen=True)
class Limit:
    """`size` tries at once, filling up again within `window`."""

    size: int
    window: timedelta


SIGN_IN_ACCOUNT = Limit(10, timedelta(minutes=10))
SIGN_IN_ADDRESS = Limit(20, timedelta(hours=1))
SHEET_CODE = Limit(60, timedelta(hours=1))
# A clinic sends by one address, and presses more than once for a form; everybody together is a flood long before that.
REFERRAL_ADDRESS = Limit(40, timedelta(hours=1))
REFERRALS = Limit(300, timedelta(hours=1))
STILL = timedelta(days=1)


class TooMany(Exception):
    """Tried too often; `retry_after` is in seconds, the message says it in minutes."""

    def __init__(self, retry_after: int):
        minutes = -(-retry_after // 60)
        super().__init__(f"Too many tries. Wait {'a minute' if minutes == 1 else f'{minutes} minutes'}, then try again")
        self.retry_after = retry_after


def spend(key: str, limit: Limit) -> None:
    """Take one token, or raise TooMany with the time until the next one."""
    now = utcnow()
    per_token = limit.window / limit.size
    with write():
        bucket = db.session.get(Bucket, key)
        if bucket is None:
            # Whatever lay still for a day is full again: names that somebody only guessed leave no row behind.
            db.session.execute(delete(Bucket).where(Bucket.filled_at < now - STILL))
            bucket = Bucket(key=key, tokens=float(limit.size), filled_at=now)
            db.session.add(bucket)
        # A clock that was set back must not lock anybody out.
        passed = max(now - bucket.filled_at, timedelta())
        bucket.tokens = min(float(limit.size), bucket.tokens + passed / per_token)
        bucket.filled_at = now
        enough = bucket.tokens >= 1
        if enough:
            bucket.tokens -= 1
        missing = (1 - bucket.tokens) * per_token
    if not enough:
        raise TooMany(max(1, round(missing.total_seconds())))


def give_back(key: str) -> None:
    """Return the token of a try that turned out fine; inside the caller's `write()`."""
    db.session.execute(update(Bucket).where(Bucket.key == key).values(tokens=Bucket.tokens + 1))
