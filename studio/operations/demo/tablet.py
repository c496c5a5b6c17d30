"""The demo studio's tablet: enrolled long ago, so that the page about tablets has one to show."""

from ...models.users import User
from .. import sign_ins, tablets

NAME = "Front desk, blue cover"


def enrol_tablet(owner: User) -> None:
    """Its secret is kept by nobody: whoever wants to try the PINs enrols the device in hand."""
    sign_in, _ = sign_ins.begin(owner, device="Safari on iPad")
    tablets.enrol(NAME, sign_in, by=owner)
    sign_ins.end(sign_in)
