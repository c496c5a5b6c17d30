"""Every main screen of the demo studio, and the wizard of a new one, at the three sizes: whole, within its width,
and accessible.

`bin/check --screens` keeps a picture of each in docs/screens.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from sqlalchemy import select

from studio.extensions import db
from studio.models.assessments import Assessment, State
from studio.models.clients import Client
from studio.models.letters import letters_of
from studio.models.programmes import ProgrammeVersion
from studio.models.refer_outs import ReferOut
from studio.models.referrals import Referral
from studio.models.sales.enrolments import Enrolment
from studio.models.sales.enrolments import State as Running
from studio.models.sales.quotes import Quote
from studio.models.users import Role, User

from .axe import violations
from .conftest import PHONE, PORTRAIT, TABLET, listen
from .pictures import keep
from .server import Server
from .waiting import Settled

SIZES = {"landscape": TABLET, "portrait": PORTRAIT, "phone": PHONE}
PICTURED_AT_EVERY_SIZE = ("today", "client", "board", "programme")
BEFORE_SIGNING_IN = ("setup", "sign-in")
SCREENS = (
    *BEFORE_SIGNING_IN, "today", "clients", "search", "new-client", "client", "new-face", "history", "board-front",
    "board", "board-back", "result", "pain", "programme", "issued", "exercises", "exercise", "studio", "people",
    "account", "not-found",
)  # fmt: skip
# Seen in one size; other tests leaf through them in the others.
ON_A_TABLET = (
    "batteries", "battery", "variant", "protocol", "measures", "reasons", "chains", "finding", "comparison", "plan",
    "review", "gate", "readiness", "precautions", "letter", "consent", "hand-over", "tables", "agreement", "tablets",
    "gallery", "picture", "referrals", "referral", "merge", "letters", "letter-back", "figures", "figures-money",
    "prices", "sale", "package", "sessions", "check-ins", "client-money", "money", "quote",
)  # fmt: skip
# What people without a sign-in open, mostly between two appointments.
ON_A_PHONE = ("refer", "inquiry")
SEEN_IN: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(SCREENS, tuple(SIZES)),
    **dict.fromkeys(ON_A_TABLET, ("landscape",)),
    **dict.fromkeys(ON_A_PHONE, ("phone",)),
    "battery": ("landscape", "portrait"),
    "hand-over": ("landscape", "portrait"),
    "referrals": ("landscape", "phone"),
    "referral": ("landscape", "portrait"),
    "letter-back": ("landscape", "phone"),
    "figures": ("landscape", "phone"),
    "sale": tuple(SIZES),
    "package": ("landscape", "phone"),
    "check-ins": ("landscape", "phone"),
    "client-money": ("landscape", "phone"),
}


def newest_letter(client: int) -> int:
    return letters_of(client)[0].id


def give_the_tablet(page: Page) -> None:
    page.get_by_role("button", name="Give the tablet").click()
    page.get_by_role("link", name="Start").first.click()
    expect(page.get_by_role("group").first).to_be_visible()


def type_a_number(page: Page) -> None:
    page.locator("#m-knee_to_wall_cm-right-3").focus()
    page.locator("[data-key='7']").click()


def start(page: Page) -> None:
    page.get_by_role("button", name="Start re-screen").click()
    expect(page.get_by_label("Why")).to_be_visible()


TOUCHES: dict[str, Callable[[Page], None]] = {
    "hand-over": give_the_tablet,
    "measures": type_a_number,
    "gate": start,
}


@pytest.fixture(scope="module")
def ways(demo_house: Server, new_house: Server) -> dict[str, str]:
    """The address of each screen, on the person who shows it best."""
    with demo_house.look():

        def client(name: str) -> int:
            return db.session.scalars(select(Client.id).where(Client.name.startswith(name))).one()

        def newest(name: str) -> int:
            mine = select(Assessment.id).where(Assessment.client_id == client(name), Assessment.state == State.complete)
            return db.session.scalars(mine.order_by(Assessment.id.desc())).first() or 0

        def programme(name: str) -> int:
            mine = select(ProgrammeVersion).join(ProgrammeVersion.programme).filter_by(client_id=client(name))
            return db.session.scalars(mine).first().programme_id  # type: ignore[union-attr]

        def under_way(name: str) -> int:
            mine = select(Assessment.id).where(Assessment.client_id == client(name), Assessment.state == State.open)
            return db.session.scalars(mine).one()

        def package(name: str) -> int:
            mine = select(Enrolment.id).where(Enrolment.client_id == client(name), Enrolment.state == Running.active)
            return db.session.scalars(mine).one()

        board, battery = under_way("Oluwaseun"), under_way("Hannah")
        sent = db.session.scalars(select(Referral.id).where(Referral.found_by.startswith("hannah"))).one()
        letter = db.session.scalars(select(ReferOut.id).where(ReferOut.client_id == client("Marek"))).one()
        whole = db.session.scalars(
            select(Assessment.id).where(Assessment.battery == "first", Assessment.state == State.complete)
        ).one()
        return {
            "setup": f"{new_house.url}/setup",
            "sign-in": "/sign-in",
            "today": "/",
            "clients": "/clients",
            "search": "/clients?q=mo",
            "new-client": "/clients/new",
            "client": f"/clients/{client('Bo Li')}",
            "new-face": f"/clients/{client('Ólöf')}",
            "history": f"/clients/{client('Bo Li')}/history",
            "board-front": f"/assessments/{board}/board?view=anterior",
            "board": f"/assessments/{board}/board?view=lateral",
            "board-back": f"/assessments/{board}/board?view=posterior",
            "result": f"/assessments/{newest('José')}",
            "pain": f"/assessments/{newest('Marek')}",
            "programme": f"/programmes/{programme('Lars')}",
            "issued": f"/programmes/{programme('Bo Li')}",
            "exercises": "/exercises",
            "exercise": "/exercises/act_clam",
            "studio": "/settings/studio",
            "people": "/settings/users",
            "account": "/account",
            "not-found": "/nowhere",
            "batteries": f"/clients/{client('Fatima')}/assessments/new",
            "battery": f"/assessments/{battery}/board?station=sls",
            "variant": f"/assessments/{battery}/board?station=ohsa.heels_elevated&view=heels_elevated",
            "protocol": f"/assessments/{battery}/protocols/sls",
            "measures": f"/assessments/{battery}/measures?measure=knee_to_wall_cm",
            "reasons": f"/assessments/{whole}/reasons",
            "chains": f"/assessments/{whole}/reasons#chains",
            "finding": f"/assessments/{whole}/findings/ohsa.knee_valgus",
            "comparison": f"/clients/{client('José')}/comparison",
            "plan": f"/programmes/{programme('Priya')}/plan",
            "review": f"/assessments/{newest('Siobhán')}/review#proposals",
            "gate": f"/clients/{client('Khadija')}/assessments/new",
            "readiness": f"/clients/{client('Hamish')}/readiness",
            "precautions": f"/clients/{client('Margaret')}/precautions",
            "letter": f"/refer-outs/{letter}",
            "consent": f"/clients/{client('Daniel')}/consents",
            "hand-over": f"/clients/{client('Amelia')}/hand-overs/new",
            "tables": "/settings/tables/findings/ohsa.knee_valgus#underactive",
            "agreement": "/agreement",
            "tablets": "/settings/tablets",
            "gallery": "/gallery?phase=lengthen",
            "picture": "/gallery/len_hipflexor_half_kneel",
            "referrals": "/referrals",
            "refer": "/refer",
            "inquiry": "/studio",
            "referral": f"/referrals/{sent}",
            "merge": f"/clients/{client('Zoë')}/merges/new?with={client('Thandiwe')}",
            "letters": "/letters",
            "letter-back": f"/letters/{newest_letter(client('José'))}",
            "figures": "/figures",
            "figures-money": "/figures/money",
            "prices": "/prices",
            "sale": f"/clients/{client('Zoë')}/enrolments/new",
            "package": f"/clients/{client('Bo Li')}/enrolments/{package('Bo Li')}",
            "sessions": f"/clients/{client('Bo Li')}/enrolments/{package('Bo Li')}/credits",
            "check-ins": "/check-ins",
            "client-money": f"/clients/{client('Siobhán')}/money",
            "money": "/money",
            "quote": f"/clients/{client('Hannah')}/quotes/{db.session.scalars(select(Quote.id)).one()}",
        }


@pytest.mark.parametrize("screen", SEEN_IN)
def test_a_screen_is_whole(screen: str, demo_house: Server, ways: dict[str, str], browser: Browser) -> None:
    """The page is asked for once, and then turned and narrowed as a tablet is."""
    complaints: list[str] = []
    sizes = SEEN_IN[screen]
    page = open_page(demo_house, browser, SIZES[sizes[0]], as_owner=screen not in (*BEFORE_SIGNING_IN, *ON_A_PHONE))
    listen(page, complaints)
    settled = Settled(page)
    answer = page.goto(ways[screen])
    assert answer is not None
    assert answer.status == (404 if screen == "not-found" else 200)
    settled()
    if screen in TOUCHES:
        TOUCHES[screen](page)
        settled()
    too_wide, found = {}, {}
    for size in sizes:
        page.set_viewport_size(SIZES[size])
        settled()
        keep_picture(page, screen, size)
        too_wide[size] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found[size] = violations(page)
    page.context.close()
    assert not {size: f"{screen} is {wide} px wider than its screen" for size, wide in too_wide.items() if wide > 0}
    assert not {size: broken for size, broken in found.items() if broken}
    assert not complaints


def open_page(house: Server, browser: Browser, size: ViewportSize, *, as_owner: bool) -> Page:
    context = browser.new_context(
        base_url=house.url, viewport=size, has_touch=True, locale="en-GB", timezone_id="Europe/London"
    )
    if as_owner:
        with house.look():
            owner = db.session.scalars(select(User).where(User.role == Role.owner)).one()
            context.add_cookies([house.cookie(owner)])  # type: ignore[list-item]
    return context.new_page()


def keep_picture(page: Page, screen: str, size: str) -> None:
    wanted = size == "landscape" or screen in (*PICTURED_AT_EVERY_SIZE, *ON_A_TABLET, *ON_A_PHONE)
    if wanted and "PLUMBLINE_SCREENS" in os.environ:
        keep(page, Path(os.environ["PLUMBLINE_SCREENS"]) / f"{screen}-{size}.png")
