"""Puts forms together, one or a set: each begins on a page of its own and counts its own pages."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from studio.documents.blank_forms import board, consent, measures, questions, tick_log
from studio.documents.blank_forms.flow import Piece, draw, paged
from studio.documents.page import Page, footer, page_of, running_header, side_words, write
from studio.documents.tags import TaggedCanvas
from studio.sheets.blank_forms import BoardForm, ConsentForm, Form, FormSet, Head, MeasuresForm, QuestionsForm, TickLog

MARGIN = 36.0
HEADER = 10.6
KEPT = 32

Pieces = Callable[[Any, Head], list[Piece]]
KINDS: dict[type, Pieces] = {
    BoardForm: board.pieces,
    MeasuresForm: measures.pieces,
    QuestionsForm: questions.pieces,
    ConsentForm: consent.pieces,
    TickLog: tick_log.pieces,
}


@lru_cache(maxsize=KEPT)
def render(forms: FormSet) -> bytes:
    """Return the forms as a tagged PDF. What a form says changes hardly ever, so those printed last are kept."""
    head = forms.head
    page = replace(page_of(forms.paper), margin=MARGIN)
    sides: list[tuple[Form, int, int]] = []

    def finish(canvas: TaggedCanvas, number: int, pages: int) -> None:
        form, own, last = sides[number - 1]
        facts = [words for words in (form.title, head.client, head.studio.name) if words]
        footer(canvas, page, facts, _always(form), side_words(own, last))

    def draw_all(canvas: TaggedCanvas) -> None:
        for number, form in enumerate(forms.forms):
            shared = paged(KINDS[type(form)](form, head), page, HEADER * 2.3)
            sides.extend((form, own, len(shared)) for own in range(1, len(shared) + 1))
            if number:
                canvas.showPage()
            _draw(canvas, page, form, head, shared)

    return write(
        page,
        draw_all,
        finish=finish,
        title=": ".join(filter(None, (forms.title, head.client))),
        author=head.studio.name,
        dated=head.on,
        lang=forms.lang,
    )


def _draw(canvas: TaggedCanvas, page: Page, form: Form, head: Head, shared: list[list[Piece]]) -> None:
    for number, pieces in enumerate(shared):
        top = page.top
        if number:
            canvas.showPage()
            top -= running_header(canvas, page, form.title, head.client or "Client ____________________", HEADER)
        draw(canvas, page, pieces, top)


def _always(form: Form) -> str:
    match form:
        case ConsentForm(version=version):
            return f"Text version {version}"
        case BoardForm() | MeasuresForm():
            return "Movement findings only, not a diagnosis"
        case _:
            return "Enter it in the same order"
