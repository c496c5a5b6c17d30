"""What mails say: subjects stand on lock screens, and texts are read by people we do not know."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from studio.ces.wording import forbidden

from .test_tree import ROOT, tracked

TEXTS = sorted((ROOT / "studio/templates/email").glob("*.txt"))
MAY_NAME = {"studio", "reference", "last_day", "urgent", "kind"}
HEALTH = re.compile(
    r"\b(health|pain|hurt\w*|injur\w*|operation|surger\w*|assess\w*|screen\w*|finding\w*|knee|back|hip|shoulder|patient|client)\b"
)


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_a_subject_names_nobody_and_nothing_of_health(file: Path) -> None:
    subject, empty, _ = file.read_text().split("\n", 2)
    assert empty == "", "the subject is the first line, and an empty one follows"
    assert meta.find_undeclared_variables(Environment(autoescape=True).parse(subject)) <= MAY_NAME
    assert not HEALTH.search(subject.lower())


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: file.stem)
def test_a_text_keeps_to_our_words(file: Path) -> None:
    text = file.read_text()
    assert "!" not in re.sub(r"{%.*?%}|{{.*?}}", "", text)
    assert not forbidden(text, "therapist")
    assert "|safe" not in text


def test_every_mail_has_its_text_in_a_file() -> None:
    rooms = [path for path in tracked("studio/*.py", "studio/**/*.py") if "mail" not in path.parent.name]
    found = [str(path.relative_to(ROOT)) for path in rooms if re.search(r"(?<!\w)Message\(", path.read_text())]
    assert not found, f"Write the text into templates/email and use studio.mail.written: {found}"
