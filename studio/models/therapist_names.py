"""Whether two names may be one person's."""

from .clients import search_words

TITLES = set("dr prof mr mrs ms mx pt dpt ocs scs mpt cmpt phd md do dc msc bsc physio".split())


def names_agree(one: str, other: str) -> bool:
    """Do two names share a word that is no title and no letter? “P. Raghunathan” and “Priya Raghunathan, PT” do."""
    words = {word for word in search_words(one) if len(word) > 1} - TITLES
    return bool(words & {*search_words(other)})
