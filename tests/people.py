"""The cast: the same few people in every test, so that a test reads like a story about them."""

from sqlalchemy import select

from studio.clock import utcnow
from studio.extensions import db
from studio.models.database import write
from studio.models.studios import Studio, the_studio
from studio.models.users import Role, User
from studio.operations.sign_ins import hash_password

PASSWORD = "correct horse battery staple"

STAFF = {
    "owner": ("Mara Lindqvist", "mara@northside.example", Role.owner, "Corrective Exercise Specialist"),
    "coach": ("Dana Whitfield", "dana@northside.example", Role.coach, "Corrective Exercise Specialist"),
    "other_coach": ("Jonas Keller", "jonas@northside.example", Role.coach, ""),
    "front_desk": ("Ines Castellanos", "ines@northside.example", Role.front_desk, ""),
}


def move_in() -> None:
    """Make the studio and its staff."""
    with write() as session:
        session.add(
            Studio(
                id=1,
                name="Northside Movement Studio",
                address="12 Mill Street, Springfield",
                phone="+442079460142",
                email="hello@northside.example",
                country="GB",
                time_zone="Europe/London",
                currency="GBP",
                created_at=utcnow(),
            )
        )
        for name, email, role, credential in STAFF.values():
            session.add(
                User(
                    name=name,
                    email=email,
                    role=role,
                    credential=credential,
                    password_hash=hash_password(PASSWORD),
                    created_at=utcnow(),
                )
            )


class Cast:
    """The staff by part: `people.coach`, `people.owner` …"""

    def __getattr__(self, part: str) -> User:
        if part not in STAFF:
            raise AttributeError(f"Nobody plays {part}; the cast is {', '.join(STAFF)}")
        user = db.session.scalar(select(User).where(User.email == STAFF[part][1]))
        assert user is not None
        return user


def the_house() -> Studio:
    """The studio that everybody works in."""
    found = the_studio()
    assert found is not None
    return found
