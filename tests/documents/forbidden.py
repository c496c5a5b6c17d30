"""Words a client never reads, after the list of `scope_of_practice.lint_regex` in the domain reference."""

import re

ALLOWED = ("not a diagnosis", "not medical advice", "physical therapist")
FORBIDDEN = re.compile(
    r"\b(diagnos\w*|treat(s|ed|ing|ments?)?|cure[sd]?|heal(s|ed|ing)?|patients?|rehab\w*|therap\w+|prescri\w+|guarantee\w*"
    r"|syndromes?|dysfunction\w*|impair\w*|abnormal\w*|faulty|misalign\w*|weak\w*|tight\w*|bad|injur\w+|caus(e|es|ed|ing)"
    r"|medical advice|successfully|oops)\b|!",
    re.IGNORECASE,
)


def forbidden_words(text: str) -> list[str]:
    """Return the forbidden words of a text for clients."""
    for phrase in ALLOWED:
        text = text.replace(phrase, "")
    return [found.group() for found in FORBIDDEN.finditer(text)]
