"""A referral as somebody hands a person over: eight boxes in sight, everything else may be given too."""

from typing import Any

from flask_wtf.file import MultipleFileField
from wtforms import BooleanField, HiddenField, IntegerField, RadioField, StringField, TextAreaField, ValidationError
from wtforms.validators import Optional as MayStayEmpty

from .. import countries, entries
from ..ces.flag_words import flag_words
from ..models.referral_limits import NOT_YET, row_of
from ..models.referrals import STORY, Status, Via
from ..models.studios import studio_today
from ..models.therapists import Therapist
from ..models.waiting_files import WaitingFile
from ..operations.attachments import BadFile, Checked, check
from ..operations.referrals import files
from ..operations.referrals.receive import Asked
from .base import Form
from .fields import Choice, Several, ThreePartDate, name_field
from .reach import reach_field, reached
from .referral_limits import LimitRows
from .validators import AtMost, HasLetters, Needed

EVERYTHING, LIMITS = "everything", "limits"
FAR = [(EVERYTHING, "Everything"), (LIMITS, "With limits"), (NOT_YET, "Not yet")]
STATUSES = [
    ("", "Not said"),
    ("discharged", "Discharged"),
    ("under_care", "Under my care"),
    ("shared", "Shared care"),
]
SIDES = [("", "Not said"), ("left", "Left"), ("right", "Right"), ("both", "Both")]
LONGEST = 2000


class Uploads(MultipleFileField):
    """Several files; `checked` are those that may be kept, each other one has a sentence of its own."""

    checked: list[Checked]

    def pre_validate(self, form: Any) -> None:
        self.checked = []
        problems = []
        for file in self.data or []:
            if not getattr(file, "filename", ""):
                continue
            content = file.read()
            file.close()  # a large one lies on the disk meanwhile
            try:
                self.checked.append(check(content, file.filename))
            except BadFile as error:
                problems.append(f"{_short(file.filename)}: {error}")
        if problems:
            raise ValidationError(". ".join(problems))


def words(label: str, hint: str = "", rows: int = 2) -> TextAreaField:
    return TextAreaField(label, [AtMost(LONGEST)], description=hint, render_kw={"rows": rows, "autocomplete": "off"})


def line(label: str, hint: str = "", longest: int = 120, **attributes: str) -> StringField:
    return StringField(label, [AtMost(longest)], description=hint, render_kw={"autocomplete": "off", **attributes})


class ReferralForm(LimitRows):
    """What both the public form and the desk ask for."""

    sender = name_field("Your name", "your name", autocomplete="name")
    sender_contact = reach_field(
        "Your phone or e-mail", "your phone number or e-mail address", render_kw={"autocomplete": "email"}
    )
    name = name_field("Patient’s name", "the patient’s name")
    contact = reach_field(
        "Patient’s phone or e-mail",
        "the patient’s phone number or e-mail address",
        description="We call within one working day",
        render_kw={"autocomplete": "off"},
    )
    birth_year = IntegerField("Year of birth", [MayStayEmpty()], render_kw={"inputmode": "numeric", "maxlength": 4})
    reason = words("Why, in a line", "What brings them, and what they want to do again")
    far = RadioField("How far may they go?", choices=dict(FAR), validate_choice=False)
    not_before = ThreePartDate("Not before", description="The day from which they may begin. It may stay empty")
    must_not = words("In your own words", "Anything they must not do, or must watch for")
    agreed = BooleanField("The patient agrees that you send us this")
    urgent = BooleanField("This is urgent", description="We call the same working day")
    files = Uploads(
        "Letter or report",
        description="Photo or PDF, up to 5 files and 24 MB together",
        render_kw={"accept": "application/pdf,image/jpeg,image/png", "multiple": True},
    )
    remove = Several("Remove", list)
    # more, if it helps
    goal = words("Their goal, in their words")
    condition = words("Condition or operation, in your words")
    condition_side = RadioField("Which side?", choices=dict(SIDES), default="", validate_choice=False)
    condition_on = line("When?", "“3 September 2026”, “in spring”")
    status = RadioField("Where do they stand with you?", choices=dict(STATUSES), default="", validate_choice=False)
    worked = words("What worked")
    irritated = words("What irritated")
    home_exercises = words("Exercises they do at home now")
    flags_screened = line("Red flags screened?", "Yes or no, and when")
    flags = Several("Do you see one of these now?", lambda: _flags())
    scores = words("Outcome scores", "Name, score, date")
    medicines = words("Medicines that matter for exercise", "Blood thinners, beta-blockers, steroids")
    stop_rules = words("When must we stop?", "Signs at which an exercise ends")
    clearance = words("Your word that they may begin", "“May begin supervised exercise from 1 December”")
    report = line("How shall we report to you?", "How often, and by mail, fax or phone", longest=200)
    language = Choice("Language they speak best", lambda: countries.languages(), thing="a language", default="en")
    contact_2 = reach_field("Another way to reach them", render_kw={"autocomplete": "off"})
    agreed_on = ThreePartDate("When did they agree?", description="If there is a signed paper: its date")
    clinic = line("Clinic or practice", autocomplete="organization")
    profession = line("Your profession", "“Physical therapist”", longest=80, autocomplete="organization-title")
    licence = line("Licence number", longest=60)
    sender_contact_2 = reach_field("Another way to reach you", render_kw={"autocomplete": "tel"})
    link = HiddenField()

    waiting: tuple[WaitingFile, ...] = ()

    def bring(self, waiting: list[WaitingFile]) -> None:
        """The files that came with this form before."""
        self.waiting = tuple(waiting)
        self.remove.choices = {str(row.id): row.file_name for row in waiting}

    def validate_name(self, field: Any) -> None:
        HasLetters("the patient’s name")(self, field)

    def validate_birth_year(self, field: Any) -> None:
        if field.data is not None and not studio_today().year - entries.OLDEST <= field.data <= studio_today().year:
            raise ValidationError("Enter the year of birth with four figures, as in 1984")

    def validate_far(self, field: Any) -> None:
        if field.data not in dict(FAR):
            raise ValidationError("Choose how far they may go")
        given = [row for row in self.rows if row.used] or self.must_not.data
        if field.data == LIMITS and not given:
            raise ValidationError("Choose at least one limit, or write it in your own words")
        if field.data == EVERYTHING and [row for row in self.rows if row.used]:
            raise ValidationError("You named limits. Choose “With limits”, or empty them")

    def validate_not_before(self, field: Any) -> None:
        if field.data and self.far.data == NOT_YET and field.data <= studio_today():
            raise ValidationError("Enter a day that is still to come")

    def validate_files(self, field: Any) -> None:
        kept = [row for row in self.waiting if str(row.id) not in (self.remove.data or [])]
        if len(kept) + len(field.checked) > files.MOST_FILES:
            raise ValidationError(f"Send at most {files.MOST_FILES} files. Choose the ones that matter most")
        if sum(row.size for row in kept) + sum(len(one.content) for one in field.checked) > files.MOST_BYTES:
            raise ValidationError("These files are too large together. Send fewer, or smaller ones")

    @property
    def story_texts(self) -> list[str]:
        """Everything that was written about the person."""
        return [self[name].data or "" for name in STORY]

    @property
    def removed(self) -> list[int]:
        return [row.id for row in self.waiting if str(row.id) in (self.remove.data or [])]

    @property
    def more_open(self) -> bool:
        """Does anything below “More” need a look, or hold an answer?"""
        return any(self[name].errors for name in MORE)

    def asked(self, via: Via, therapist: Therapist | None) -> Asked:
        """The answers as `receive` takes them."""
        limits = self.limits() if self.far.data == LIMITS else []
        if self.far.data == NOT_YET:
            limits = [row_of(NOT_YET, until=self.not_before.data)]
        return Asked(
            via=via,
            link=therapist.link if therapist else "",
            sender=_on_file(therapist) if therapist else self._sender(),
            person={
                "name": self.name.data,
                **reached(self.contact, self.contact_2),
                "birth_year": self.birth_year.data,
                "language": self.language.data,
            },
            story={name: text for name in STORY if (text := self[name].data or "")},
            limits=limits,
            status=Status(self.status.data) if self.status.data else None,
            agreed=self.agreed.data,
            agreed_on=self.agreed_on.data,
            urgent=self.urgent.data,
            flags=tuple(self.flags.data or ()),
        )

    def _sender(self) -> dict[str, str]:
        return {
            "name": self.sender.data or "",
            "profession": self.profession.data or "",
            "licence": self.licence.data or "",
            "clinic": self.clinic.data or "",
            **reached(self.sender_contact, self.sender_contact_2),
        }


MORE = (
    "goal", "condition", "condition_side", "condition_on", "status", "worked", "irritated", "home_exercises",
    "flags_screened", "flags", "scores", "medicines", "stop_rules", "clearance", "report", "language", "contact_2",
    "agreed_on", "clinic", "profession", "licence", "sender_contact_2",
)  # fmt: skip


class ReferForm(ReferralForm):
    """The public form; `far` and the client's word are needed, and the box that only programs see stays empty."""

    class Meta(Form.Meta):
        csrf = False  # it has no session; `web.open_forms` stands for it

    website = StringField("Leave this box empty", render_kw={"autocomplete": "off", "tabindex": -1})

    def __init__(self, therapist: Therapist | None = None, **kwargs: Any):
        super().__init__(**kwargs)
        if therapist:
            for name in ("sender", "sender_contact"):
                self[name].validators = [AtMost(254)]

    def validate_reason(self, field: Any) -> None:
        Needed("why you send them", "Write")(self, field)

    def validate_agreed(self, field: Any) -> None:
        if not field.data:
            raise ValidationError("Ask the patient first, then tick that they agree")

    def validate_website(self, field: Any) -> None:
        if field.data:
            field.data = ""
            raise ValidationError("One box was filled that stays empty. Look it over, then send it again")


def _on_file(therapist: Therapist) -> dict[str, str]:
    names = ("name", "profession", "licence", "clinic", "phone", "email")
    return {name: getattr(therapist, name) for name in names}


def _flags() -> list[tuple[str, str]]:
    """The signs of an emergency that whoever sends somebody may see or hear of."""
    return [(one.flag, one.see) for one in flag_words() if one.see]


def _short(name: str) -> str:
    clean = "".join(sign for sign in name.replace("\\", "/").rpartition("/")[2] if sign.isprintable())
    return f"{clean[:30]}…" if len(clean) > 31 else clean or "file"
