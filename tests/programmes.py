"""Programmes for tests: drafted by the real engine from a real assessment."""

from bs4 import BeautifulSoup

from studio.models.assessments import AssessmentVersion
from studio.models.clients import Client
from studio.models.prescriptions import Prescription
from studio.models.programmes import ProgrammeVersion, load_programme
from studio.models.rescreens import Said, rescreen_of
from studio.models.reviews import Review
from studio.models.studios import the_studio
from studio.operations import programmes, reviews

from .builders import a_client, a_complete_assessment
from .people import Cast

# Heels and knees: enough to fill a home sheet, to park and to leave out.
FINDINGS = ("f:heel_rises:right=2", "f:heel_rises:left=1")
KIT = ["foam_roller", "mat", "long_band", "mini_band"]


def a_draft(client: Client | None = None, *findings: str) -> ProgrammeVersion:
    """A draft for a client with a mat, a roller and bands."""
    person = client or a_client(equipment=KIT)
    version = a_complete_assessment(person, *(findings or FINDINGS))
    return programmes.draft_from(version, by=Cast().coach)


def issue(draft: ProgrammeVersion, *, message: str = "", size: programmes.Size = 12) -> ProgrammeVersion:
    """The draft issued by the coach as it stands, at the size that is set most quickly."""
    studio = the_studio()
    assert studio is not None
    details = programmes.Details(draft.home_days, draft.next_date, message)
    programmes.issue(draft, details, size=size, studio=studio, seen=draft.revision, by=Cast().coach)
    return draft


def a_review(version: AssessmentVersion, done: int = 9, planned: int = 10) -> Review:
    """The first proposal after a re-screen of a client whose programme was issued before it."""
    one = rescreen_of(version)
    assert one is not None
    return reviews.suggest(one, Said(done, planned), by=Cast().coach)[0]


def names(draft: ProgrammeVersion) -> list[str]:
    """The exercises on the sheet, in order."""
    return [row.exercise for row in draft.on_sheet]


def line(draft: ProgrammeVersion, exercise: str) -> Prescription:
    return next(row for row in draft.lines if row.exercise == exercise and not row.removed)


def draft_of(programme_id: int) -> ProgrammeVersion:
    programme = load_programme(programme_id)
    assert programme is not None
    draft = programme.draft
    assert draft is not None
    return draft


def whole(draft: ProgrammeVersion) -> dict[str, object]:
    """The form of the page as it stands."""
    day = draft.next_date.isoformat() if draft.next_date else ""
    return {
        "revision": draft.revision,
        "number": draft.number,
        "home_days": str(draft.home_days),
        "next_date": day,
        "message": draft.message,
        "size": "fit",
    }


def words(page: BeautifulSoup) -> str:
    """What can be read on a page."""
    return page.get_text(" ", strip=True)
