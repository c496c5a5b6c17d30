"""The outbox: mails are queued with what they tell of, in one transaction, and leave a little later."""

from .queueing import HOLD, TooLate, cancel, forget_cancelled, queue, try_again
from .sending import send_due, send_next
from .trial import queue_trial
from .ways import way_out

__all__ = [
    "HOLD",
    "TooLate",
    "cancel",
    "forget_cancelled",
    "queue",
    "queue_trial",
    "send_due",
    "send_next",
    "try_again",
    "way_out",
]
