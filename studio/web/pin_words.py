"""What a wrong PIN is answered with, on the lock screen and where a client gives the tablet back."""


def wrong_pin(left: int) -> str:
    """How many tries are left before only the password opens."""
    if not left:
        return "That was one try too many. Sign in with the password, then the PIN works again"
    return f"This PIN does not fit. {left} {'try' if left == 1 else 'tries'} left, then only the password opens"
