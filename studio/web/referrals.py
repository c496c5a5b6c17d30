"""What several pages about referrals share: which are asked for, and the page of one."""

from flask import render_template, request

from ..forms.referral_steps import StepForm
from ..models.referral_list import Show, Wanted
from ..models.referral_page import referral_page
from ..models.referrals import Referral
from .access import user
from .converters import number_from


def wanted() -> Wanted:
    """What the address asks for; what it does not know counts as not asked."""
    show = request.args.get("show", "")
    return Wanted(
        show=Show(show) if show in {one.value for one in Show} else Show.open,
        therapist=number_from("therapist"),
        text=request.args.get("name", "").strip()[:120],
    )


def page_of(referral: Referral, form: StepForm, *, wrong: bool = False) -> str:
    """The whole page; what bears on health is for coaches. `wrong`: nobody was chosen whose record it becomes."""
    page = referral_page(referral)
    return render_template("referrals/show.html", page=page, form=form, wrong=wrong, health=user().can_assess)
