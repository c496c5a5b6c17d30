"""Links on which a client pays an invoice: made, shown, mailed and cancelled at the desk."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ..clock import utcnow
from ..forms.pay_links import PayLinkForm
from ..mail.message import NoAddress
from ..models.books.link_lists import invoice_of, links_of
from ..models.books.links import PageState, PayLink, pages_of, pay_link
from ..models.studios import studio_today
from ..money import in_words
from ..operations import addresses
from ..operations.books import pay_links, provider_messages
from ..operations.books.providers import missing, provider
from ..payments import Refused, Unavailable
from ..web.access import signed_in, user
from ..web.blind import open_blind
from ..web.converters import number_from
from ..web.filters import at_time
from ..web.setup_first import studio

bp = Blueprint("pay_links", __name__, url_prefix="/clients/<int:client_id>/pay-links")


@bp.get("/new")
@signed_in
@open_blind
def new(client_id: int) -> ResponseReturnValue:
    return _form(client_id, number_from("invoice") or abort(404))


@bp.post("")
@signed_in
@open_blind
def create(client_id: int) -> ResponseReturnValue:
    form = PayLinkForm()
    invoice = invoice_of(client_id, form.invoice_id) or abort(404)
    if missing() or not form.validate_on_submit():
        return _form(client_id, invoice.id, form, 422)
    try:
        link = pay_links.make(invoice, form.wanted(pay_links.amounts(invoice, studio_today())), by=user())
    except pay_links.NothingOpen:
        form.form_errors.append("Less is open than that by now. Look at the amounts again")
        return _form(client_id, invoice.id, form, 409)
    return redirect(url_for("pay_links.show", client_id=client_id, pay_link_id=link.id), 303)


@bp.get("/<int:pay_link_id>")
@signed_in
@open_blind
def show(client_id: int, pay_link_id: int) -> ResponseReturnValue:
    link = _load(client_id, pay_link_id)
    pages = pages_of(link)
    return render_template(
        "pay_links/show.html",
        client=link.client,
        link=link,
        address=addresses.link("pay.show", key=link.key),
        on_its_way=any(page.state is PageState.on_its_way for page in pages),
        opened=pages[0].at if pages else None,
        provider=provider(),
        missing=missing(),
        now=utcnow(),
    )


@bp.post("/<int:pay_link_id>/mails")
@signed_in
@open_blind
def send(client_id: int, pay_link_id: int) -> ResponseReturnValue:
    link = _load(client_id, pay_link_id)
    try:
        pay_links.mail(link, studio=studio(), by=user())
    except NoAddress:
        flash("No e-mail address is on file for this client. Put one in, or show the square code.", "stop")
    except pay_links.Ended:
        flash("This link has ended. Make a new one.", "stop")
    else:
        flash("The mail goes out in 3 minutes.")
    return _back(link)


@bp.post("/<int:pay_link_id>/look")
@signed_in
@open_blind
def look(client_id: int, pay_link_id: int) -> ResponseReturnValue:
    """Ask the provider, for when their message did not come through."""
    link, there = _load(client_id, pay_link_id), provider()
    if there is None:
        abort(404)
    try:
        for page in pages_of(link):
            provider_messages.look(page, there)
    except (Refused, Unavailable) as error:
        flash(f"{error}.", "stop")
    else:
        flash(f"{there.label} was asked.")
    return _back(link)


@bp.post("/<int:pay_link_id>/cancellation")
@signed_in
@open_blind
def cancel(client_id: int, pay_link_id: int) -> ResponseReturnValue:
    link = _load(client_id, pay_link_id)
    try:
        until = pay_links.cancel(link, provider(), by=user())
    except pay_links.Ended:
        flash("It was paid meanwhile.", "stop")
    else:
        open_till = f" A page that somebody has open takes the money until {at_time(until)}." if until else ""
        flash(f"The link takes no money any more.{open_till}")
    return _back(link)


def _load(client_id: int, pay_link_id: int) -> PayLink:
    return pay_link(client_id, pay_link_id) or abort(404)


def _back(link: PayLink) -> ResponseReturnValue:
    return redirect(url_for("pay_links.show", client_id=link.client_id, pay_link_id=link.id), 303)


def _form(client_id: int, invoice_id: int, form: PayLinkForm | None = None, status: int = 200) -> ResponseReturnValue:
    invoice = invoice_of(client_id, invoice_id) or abort(404)
    amounts = pay_links.amounts(invoice, studio_today())
    page = render_template(
        "pay_links/new.html",
        client=invoice.client,
        invoice=invoice,
        form=form or PayLinkForm.of(invoice.id, amounts),
        due=in_words(amounts.due, invoice.currency) if amounts.due else "",
        open=in_words(amounts.open, invoice.currency) if amounts.open else "",
        links=links_of(client_id, invoice_id),
        missing=missing(),
        provider=provider(),
        now=utcnow(),
    )
    return page, status
