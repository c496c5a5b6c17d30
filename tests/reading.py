"""How hard a text is to read: the grade of Flesch and Kincaid, by school years."""

import re


def grade(text: str) -> float:
    """0.39 words a sentence plus 11.8 syllables a word, less 15.59; what holds no word reads like nothing."""
    sentences = [one for one in re.split(r"[.!?:;]+(?:\s|$)", text) if re.search(r"\w", one)]
    words = re.findall(r"[a-z]+(?:['’][a-z]+)?", text.lower())
    if not words:
        return 0.0
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    """Count groups of vowels, a silent e at the end apart."""
    bare = re.sub(r"(?:[^laeiouy]es|[^aeioutd]ed|[^laeiouy]e)$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", bare)))
