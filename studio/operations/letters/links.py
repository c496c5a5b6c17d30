"""What a private address opens: the letter as it was released last, as long as nobody took the consent back."""

from ...models.letters import Letter, load_letter
from ...models.papers import newest_letter_paper
from ...models.private_links import PrivateLink
from .. import papers, private_links


def letter_behind(link: PrivateLink) -> Letter | None:
    """The letter an address leads to, when there is paper of it."""
    letter = load_letter(link.letter_id or 0)
    return letter if letter and newest_letter_paper(letter.id) else None


def open_paper(link: PrivateLink) -> tuple[bytes, str] | None:
    """The bytes under a name that tells nothing, counted as opened."""
    paper = newest_letter_paper(link.letter_id or 0)
    if paper is None:
        return None
    content, name = papers.read(paper), f"letter_{paper.created_at:%Y-%m-%d}.pdf"
    private_links.note_opened(link)
    return content, name
